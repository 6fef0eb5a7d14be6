package fi.seloste.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a file says of marketing. It can only ever take away: a ban is taken over, a permission in a file permits nothing. */
public record Marketing(Status status, @Nullable LocalDate since, boolean bounced) {

    static final Marketing UNSAID = new Marketing(Status.UNSAID, null, false);

    public enum Status {
        UNSAID,
        SUBSCRIBED,
        NO_CONSENT,
        BANNED
    }

    public boolean isBanned() {
        return status == Status.BANNED;
    }

    /** The stricter of two. */
    Marketing with(Marketing other) {
        var stricter = other.status.compareTo(status) > 0 ? other : this;
        var since = stricter.since == null && other.status == status ? other.since : stricter.since;
        return new Marketing(stricter.status, since, bounced || other.bounced);
    }
}
