package fi.seloste.forms;

import fi.seloste.base.Problem;
import fi.seloste.doors.Guard;
import fi.seloste.register.OwnFields;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The visitor's own door, on the public login: see a form, send it, give back the link of a letter. What is sent is taken in without looking
 * anybody up; a job goes on from there.
 */
@Component
public class Visiting {

    /** How long a letter's link waits for its reader. */
    static final Duration LINK_LIVES = Duration.ofDays(7);
    /** How long what was confirmed can still be opened, so that a file can be fetched again. */
    static final Duration CONFIRMED_LIVES = Duration.ofDays(14);

    private final FormRecords records;
    private final OpenForms shown;
    private final Receiving receiving;
    private final Files files;
    private final Tokens tokens;
    private final Declaring declaring;
    private final Kinds kinds;
    private final OwnFields own;
    private final Jobs jobs;
    private final Purposes purposes;
    private final JdbcClient jdbc;
    private final Clock clock;

    Visiting(
            FormRecords records,
            OpenForms shown,
            Receiving receiving,
            Files files,
            Tokens tokens,
            Declaring declaring,
            Kinds kinds,
            OwnFields own,
            Jobs jobs,
            Purposes purposes,
            JdbcClient jdbc,
            Clock clock) {
        this.records = records;
        this.shown = shown;
        this.receiving = receiving;
        this.files = files;
        this.tokens = tokens;
        this.declaring = declaring;
        this.kinds = kinds;
        this.own = own;
        this.jobs = jobs;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Fields that were published and may not be asked any more, by their names, and whether what the form leads to takes nothing without them. */
    record Lost(Set<String> fields, boolean needed) {

        static final Lost NOTHING = new Lost(Set.of(), false);
    }

    /** A form with the edition that visitors see, and what that has lost since it was published. */
    record Open(Form form, Form.Edition edition, Lost lost) {

        Open(Form form, Form.Edition edition) {
            this(form, edition, Lost.NOTHING);
        }

        boolean isLessened() {
            return !lost.fields().isEmpty();
        }

        /** Without a name and an address nothing can be taken in, nor without what the form's destination needs. */
        boolean isOpen() {
            return form.state() == Form.State.PUBLISHED
                    && !lost.needed()
                    && edition.content().asks(Field.Kind.NAME)
                    && edition.content().asks(Field.Kind.EMAIL);
        }
    }

    /** What a link leads to. */
    record Link(
            @Nullable UUID arrivalId, @Nullable UUID submissionId, UUID formId, String language, boolean isConfirmed) {}

    /** A form that was published once, whether or not it is closed by now. */
    Open see(String slug) {
        return asDeclared(shown.find(slug).orElseThrow(() -> Problem.notFound("form")));
    }

    /** Sites that may show it; none where there is no such form. */
    List<String> sites(String slug) {
        return shown.find(slug).map(one -> one.form().plan().sites()).orElse(List.of());
    }

    /**
     * What the notice in force does not let a form ask, or is kept nowhere any more, is not asked, whatever was published; and what it leads to takes nothing
     * without is asked of everybody, whatever was needed then.
     */
    private Open asDeclared(Open open) {
        var content = open.edition().content();
        var needed = needed(open.form());
        var declared = content.asks(Field.Kind.OWN)
                ? purposes.as(Purpose.SUBJECT, () -> declared(content))
                : declared(content);
        var less = content.with(declared.stream()
                .map(field -> needed.contains(field.kind()) ? field.needed() : field)
                .toList());
        var lost = content.fields().stream()
                .filter(field -> !declared.contains(field))
                .map(Field::key)
                .collect(Collectors.toUnmodifiableSet());
        boolean lacks = needed.stream().anyMatch(kind -> !less.asks(kind));
        return new Open(open.form(), open.edition().with(less), new Lost(lost, lacks));
    }

    /** Without what its destination would refuse all that it can send. What is in its way by itself is said where something is sent. */
    private Set<Field.Kind> needed(Form form) {
        var target = form.plan().handling().target();
        return kinds.destination(form.plan().kind())
                .filter(to -> to.obstacle(target).isEmpty())
                .map(to -> to.needs(target))
                .orElse(Set.of());
    }

    private List<Field> declared(Content content) {
        return content.fields().stream()
                .filter(field -> declaring.undeclared(field).isEmpty())
                .toList();
    }

    private Optional<Open> shown(Form form) {
        var edition = form.course().edition();
        return edition == null ? Optional.empty() : records.edition(edition).map(one -> new Open(form, one));
    }

    Open see(UUID id) {
        return purposes.as(
                Purpose.SUBJECT,
                () -> records.find(id).flatMap(this::shown).orElseThrow(() -> Problem.notFound("form")));
    }

    Filled fill(Content content, String language, Map<String, String> sent) {
        var shown = new Filled.Shown(content, language, own::get);
        return content.asks(Field.Kind.OWN)
                ? purposes.as(Purpose.SUBJECT, () -> Filled.of(shown, sent))
                : Filled.of(shown, sent);
    }

    /** What comes by another way than a page, such as what the demonstration tells. The answers are by the names of the fields. */
    public UUID send(String slug, String language, Map<String, String> answers) {
        var open = see(slug);
        var filled = fill(open.edition().content(), language, answers);
        if (!filled.isRight()) {
            throw Problem.invalid(filled.errors().fields().getFirst(), "forms.missing");
        }
        return receiving
                .receive(new Receiving.Post(open, language, filled, null))
                .orElseThrow(() -> Problem.notFound("form"));
    }

    /** Keeps what was sent and uses its stamp up; false where the form was closed or published anew between the showing and the sending. */
    boolean receive(Open open, String language, Filled filled, Guard.Pass pass) {
        return receiving
                .receive(new Receiving.Post(open, language, filled, pass))
                .isPresent();
    }

    /** What the link of a letter leads to; looking changes nothing, since programs that scan mail follow links. */
    Link open(String token) {
        return purposes.as(
                        Purpose.SUBJECT,
                        () -> jdbc.sql("""
                                        select arrival_id, submission_id, form_id, language, is_confirmed
                                          from forms.opened(:print, :now)""")
                                .param("print", tokens.print(token))
                                .param("now", Sql.at(clock.instant()))
                                .query(Link.class)
                                .optional())
                .orElseThrow(() -> Problem.notFound("formLink"));
    }

    /** Given back twice it is given back once: what it leads to, where it was not confirmed before. */
    public @Nullable UUID confirm(String token) {
        open(token);
        return purposes.as(Purpose.SUBJECT, () -> {
            var confirmed = jdbc.sql("select forms.confirm(:print, :now, :until)")
                    .param("print", tokens.print(token))
                    .param("now", Sql.at(clock.instant()))
                    .param("until", Sql.at(clock.instant().plus(CONFIRMED_LIVES)))
                    .query(UUID.class)
                    .optional();
            confirmed.ifPresent(arrival -> jobs.later(Intake.JOB, arrival.toString()));
            return confirmed.orElse(null);
        });
    }

    /** What a form hands out to whoever confirmed; nothing of any other. */
    Optional<Files.Kept> file(Link link) {
        return purposes.as(
                Purpose.SUBJECT,
                () -> records.find(link.formId())
                        .filter(form -> link.isConfirmed() && form.plan().kind().equals(Kinds.DOWNLOAD))
                        .flatMap(form -> files.of(form.id())));
    }
}
