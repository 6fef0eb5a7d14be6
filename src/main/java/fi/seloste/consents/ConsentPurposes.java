package fi.seloste.consents;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.notice.DeclaredPurpose;
import fi.seloste.notice.LawfulBasis;
import fi.seloste.notice.Notice;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The purposes of the notice in force that rest on consent (Art. 6(1)(a)): only to these can somebody consent. */
@Component
public class ConsentPurposes {

    private static final String ADDRESSES = "contact-information";

    private final Notice notice;

    ConsentPurposes(Notice notice) {
        this.notice = notice;
    }

    public List<DeclaredPurpose> list() {
        return notice.inForce().processing().purposes().values().stream()
                .filter(purpose -> purpose.basis() == LawfulBasis.CONSENT)
                .toList();
    }

    /** Art. 6(1): what rests on another basis is not asked for, since a no would change nothing. */
    DeclaredPurpose resting(String id) {
        return list().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> {
            var known = list().stream().map(DeclaredPurpose::id).collect(Collectors.joining(", "));
            return notice.inForce().purpose(id).isPresent()
                    ? Problem.invalid("purpose", "consents.purpose.otherBasis", id, known)
                    : Problem.invalid("purpose", "consents.purpose.unknown", Shortened.of(id), known);
        });
    }

    /** Whether the notice lets a purpose know who consented to what. */
    boolean mayKnow(Purpose purpose) {
        return !purpose.isOfStaff()
                || notice.inForce().readersOf("consent-records").contains(purpose);
    }

    List<String> ofMarketing() {
        return list().stream()
                .filter(one -> one.uses(Purpose.MARKETING))
                .map(DeclaredPurpose::id)
                .toList();
    }

    /** Those by which somebody may be written to. That we may keep what somebody reads is a consent to marketing too, and lets nothing be sent. */
    List<String> ofWriting() {
        return ofMarketing().stream()
                .filter(id -> notice.inForce()
                        .categoriesOf(id)
                        .anyMatch(one -> one.id().equals(ADDRESSES)))
                .toList();
    }

    /** Whether there is marketing that no consent is needed for, so that a withdrawal does not end it. */
    public boolean isMarketedToWithout() {
        return notice.inForce().purposesOpening(Purpose.MARKETING).stream()
                .anyMatch(one -> one.basis() != LawfulBasis.CONSENT);
    }

    /** What somebody agreed to, in words: a purpose that the notice no longer has is told by its code. */
    public String name(Aim aim, Locale language) {
        var purpose = notice.inForce()
                .purpose(aim.purpose())
                .map(one -> one.name().in(language))
                .orElse(aim.purpose());
        return aim.topic().isEmpty() ? purpose : aim.topic() + " (" + purpose + ")";
    }
}
