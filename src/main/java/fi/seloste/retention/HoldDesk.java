package fi.seloste.retention;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Length;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.Notice;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Fingerprints;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The door to holds: a duty stops removal for a reason and until a day, and both its start and its end are evidence. */
@Component
public class HoldDesk {

    private final Holds holds;
    private final KeptPreview preview;
    private final Notice notice;
    private final Fingerprints fingerprints;
    private final Evidence evidence;
    private final Days days;

    HoldDesk(Holds holds, KeptPreview preview, Notice notice, Fingerprints fingerprints, Evidence evidence, Days days) {
        this.holds = holds;
        this.preview = preview;
        this.notice = notice;
        this.fingerprints = fingerprints;
        this.evidence = evidence;
        this.days = days;
    }

    @As(Purpose.RETENTION)
    public Hold hold(Hold.Target target, String reason, @Nullable LocalDate untilOn, Actor actor) {
        var category = target.category();
        if (category != null && notice.inForce().category(category).isEmpty()) {
            throw Problem.invalid("category", "retention.hold.category.unknown", category);
        }
        if (category == null && target.person() == null && target.organisation() == null) {
            throw Problem.invalid("who", "retention.hold.one");
        }
        if (reason.isBlank()) {
            throw Problem.invalid("reason", "retention.hold.reason.missing");
        }
        Length.LINE.checked("reason", reason);
        if (untilOn == null || untilOn.isBefore(days.today())) {
            throw Problem.invalid("until", "retention.hold.until.past");
        }
        var hold =
                new Hold(Ids.next(), target, reason.strip(), untilOn, new Hold.Made(days.moment(), actor.name()), null);
        try {
            holds.add(hold, actor);
            preview.forget();
        } catch (DataIntegrityViolationException e) {
            throw Problem.invalid(target.kind(), "problem.notFound." + target.kind());
        }
        record(actor, "hold-made", hold, Map.of("reason", hold.reason(), "until", untilOn.toString()));
        return hold;
    }

    /** As a form names it; an address that several people share is asked about again. */
    @As(Purpose.RETENTION)
    public Hold hold(HoldForm form, Actor actor) {
        var target = form.isEmail() ? Hold.Target.of(reachedBy(form.email())) : form.target();
        try {
            return hold(target, Objects.requireNonNullElse(form.reason(), ""), form.day(), actor);
        } catch (Problem.Invalid e) {
            throw target.kind().equals(e.field()) && target.category() == null ? e.in("who") : e;
        }
    }

    private PersonId reachedBy(String email) {
        var people = holds.reachedBy(fingerprints.everyVersion(Fingerprint.Kind.EMAIL, email).stream()
                .map(Fingerprint::canonical)
                .toList());
        if (people.size() != 1) {
            throw Problem.invalid(
                    "who", people.isEmpty() ? "retention.hold.who.nobody" : "retention.hold.who.several", email);
        }
        return people.getFirst();
    }

    @As(Purpose.RETENTION)
    public void lift(UUID id, Actor actor) {
        var hold = get(id);
        if (!holds.lift(id, actor, days.today(), days.moment())) {
            throw Problem.conflict("retention.hold.lifted");
        }
        preview.forget();
        record(actor, "hold-lifted", hold, Map.of());
    }

    @As(Purpose.RETENTION)
    public Hold get(UUID id) {
        return holds.find(id).orElseThrow(() -> Problem.notFound("hold"));
    }

    /** A part of those in force, the next to end first; the mark is the id of the one that was shown last. */
    @As(Purpose.RETENTION)
    public Paged<Hold> inForce(Paging asked) {
        return Paged.of(holds.inForce(days.today(), asked.afterId(), asked.limit() + 1), asked, Hold::id);
    }

    @As(Purpose.RETENTION)
    public List<Hold> inForce() {
        return holds.inForce(days.today());
    }

    /** Whether a duty stops the removal of this person today. */
    @As(Purpose.RETENTION)
    public boolean isHeld(PersonId person) {
        return !holds.among(Set.of(person), days.today()).isEmpty();
    }

    /** Categories of which nothing goes today, whoever it is about. */
    @As(Purpose.RETENTION)
    public Set<String> heldCategories() {
        return holds.categories(days.today());
    }

    private void record(Actor actor, String name, Hold hold, Map<String, ?> detail) {
        var act = Act.of(name).about("hold", hold.id()).with(detail);
        var person = hold.target().person();
        evidence.record(actor, person == null ? act : act.on(person));
    }
}
