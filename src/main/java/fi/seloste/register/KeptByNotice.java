package fi.seloste.register;

import fi.seloste.notice.Notice;
import fi.seloste.notice.RetentionRule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/**
 * Until when a person is kept by the notice in force, as far as the person's own row tells: by the general rule for contact information.
 * Whoever knows of contracts and claims as well knows better and takes this one's place.
 */
@Component
@Fallback
class KeptByNotice implements EndOfKeeping {

    private static final String CATEGORY = "contact-information";

    private final Notice notice;
    private final Today today;

    KeptByNotice(Notice notice, Today today) {
        this.notice = notice;
        this.today = today;
    }

    @Override
    public @Nullable End of(Person person) {
        return notice.inForce()
                .category(CATEGORY)
                .flatMap(category -> category.retention().general())
                .map(rule -> end(rule, person))
                .orElse(null);
    }

    private @Nullable End end(RetentionRule rule, Person person) {
        var event = event(rule, person);
        return event == null
                ? null
                : new End(rule.keptUntil(event), rule.anchor().words().key());
    }

    /** Somebody who never did anything is counted from the day the row was written, or keeping would never begin to end. */
    private @Nullable LocalDate event(RetentionRule rule, Person person) {
        return switch (rule.anchor()) {
            case OWN_ACT -> today.dayOf(person.lastActAt() == null ? person.createdAt() : person.lastActAt());
            case RECORDED -> today.dayOf(person.createdAt());
            case RELATIONSHIP_END, CLOSED, FINANCIAL_YEAR_END, FINANCIAL_YEAR, DEBT, WITHDRAWN, ACCOUNT_END, LIFTED ->
                null;
        };
    }
}
