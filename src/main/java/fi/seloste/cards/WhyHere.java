package fi.seloste.cards;

import fi.seloste.notice.Anchor;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.DeclaredPurpose;
import fi.seloste.notice.Notice;
import fi.seloste.notice.Recipient;
import fi.seloste.register.Person;
import fi.seloste.register.PersonCard;
import fi.seloste.register.Standing;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes from the notice what it promises about contact information, as far as it holds for this very person. */
@Component
class WhyHere {

    private static final String CATEGORY = "contact-information";

    private final Notice notice;
    private final Days days;

    WhyHere(Notice notice, Days days) {
        this.notice = notice;
        this.days = days;
    }

    Why of(PersonCard card, Locale language) {
        var declared = notice.inForce();
        var presence = card.presence();
        return new Why(
                presence.origin(),
                presence.addedBy(),
                presence.informing(),
                purposes(declared, card.person().standing(), language),
                keeping(declared, card, language),
                recipients(declared, language));
    }

    private static List<String> purposes(Declaration declared, Standing standing, Locale language) {
        if (standing.isRestricted()) {
            return List.of();
        }
        return declared.category(CATEGORY).stream()
                .flatMap(category -> category.purposes().stream())
                .flatMap(id -> declared.purpose(id).stream())
                .filter(purpose -> !purpose.uses().isEmpty() && isOpen(purpose, standing))
                .map(purpose -> purpose.name().in(language))
                .toList();
    }

    private static boolean isOpen(DeclaredPurpose purpose, Standing standing) {
        return !purpose.uses(Purpose.MARKETING) || !(standing.isBanned() || standing.isUninformed());
    }

    /** Retention's own word where it is known; else what the notice promises, counted from the person's last act. */
    private Why.@Nullable Keeping keeping(Declaration declared, PersonCard card, Locale language) {
        var rule = declared.category(CATEGORY)
                .flatMap(category -> category.retention().general())
                .orElse(null);
        if (rule == null || rule.anchor() != Anchor.OWN_ACT) {
            return null;
        }
        var end = card.presence().end();
        var until = end == null ? rule.keptUntil(days.of(lastAct(card.person()))) : end.on();
        return new Why.Keeping(
                until,
                end == null ? null : end.usedUntil(),
                rule.brief().in(language),
                rule.ground().text().in(language));
    }

    private static java.time.Instant lastAct(Person person) {
        return person.lastActAt() == null ? person.createdAt() : person.lastActAt();
    }

    private static List<String> recipients(Declaration declared, Locale language) {
        return declared.recipientsInUse().stream()
                .filter(one -> one.role() != Recipient.Role.AUTHORITY)
                .filter(one -> one.scope().categories().contains(CATEGORY))
                .map(one -> one.wording().name().in(language))
                .toList();
    }
}
