package fi.seloste.register;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * A ban on marketing (Art. 21(2)). It covers the person's own addresses and numbers; one that several people read, such as info@, only
 * where that is said, since it would silence them all.
 */
public record Ban(
        String reason, boolean sharedToo, @Nullable RequestId request) {

    public Ban {
        reason = reason.strip();
        if (reason.isEmpty()) {
            throw Problem.invalid("reason", "register.ban.reasonMissing");
        }
        Length.LINE.checked("reason", reason);
    }

    public static Ban because(String reason) {
        return new Ban(reason, false, null);
    }
}
