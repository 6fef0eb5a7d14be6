package fi.seloste.retention;

import fi.seloste.notice.Anchor;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What has happened with a person, as far as keeping asks: when the data came in, when the person last acted of their own accord (the day
 * of coming in where they never did), and when the last relationship of an organisation of theirs ended; {@link LocalDate#MAX} while it
 * lasts, null where there was none.
 */
record Facts(
        LocalDate recordedOn, LocalDate actedOn, @Nullable LocalDate relatedUntil) {

    /** The day of an event, or null where it has not happened. */
    @Nullable
    LocalDate event(Anchor anchor) {
        return switch (anchor) {
            case OWN_ACT -> actedOn;
            case RECORDED -> recordedOn;
            case RELATIONSHIP_END -> relatedUntil;
            case CLOSED, FINANCIAL_YEAR_END, FINANCIAL_YEAR, DEBT, WITHDRAWN, ACCOUNT_END, LIFTED, EVENT_END -> null;
        };
    }
}
