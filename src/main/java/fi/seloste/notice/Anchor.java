package fi.seloste.notice;

import java.time.LocalDate;
import java.time.Month;

/** The event from which a time of keeping runs. Until the event has happened, the time does not run. */
public enum Anchor implements Coded {
    /** The person's own last act: our own messages to them do not count, or keeping would never end. */
    OWN_ACT,
    /** The organisation's last contract ended. */
    RELATIONSHIP_END,
    /** The row itself was written. */
    RECORDED,
    /** The conversation or the request was closed. */
    CLOSED,
    /** Accounting Act 2:10(1): the financial year ended. */
    FINANCIAL_YEAR_END,
    /** Accounting Act 2:10(2): the end of the calendar year in which the financial year ended. */
    FINANCIAL_YEAR,
    /** Act 728/2003 s. 4 and 10: the debt's due day, or the last day its limitation was interrupted. */
    DEBT,
    /** The consent or permission ended. */
    WITHDRAWN,
    /** The account was closed. */
    ACCOUNT_END,
    /** The ban was lifted by the person's own act. */
    LIFTED,
    /** The event that the person registered for is over. */
    EVENT_END;

    /** The day the period is counted from. */
    LocalDate start(LocalDate event) {
        return this == FINANCIAL_YEAR ? LocalDate.of(event.getYear(), Month.DECEMBER, 31) : event;
    }

    @Override
    public String kind() {
        return "anchor";
    }
}
