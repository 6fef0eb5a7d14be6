package fi.seloste.instructions;

import fi.seloste.base.LegalTime;
import fi.seloste.base.Problem;
import fi.seloste.staff.Account;
import fi.seloste.staff.Action;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An instruction as it stands: its newest edition, and the newest one that was material and therefore asks to be read. Of no purposes is for
 * everybody.
 */
public record Instruction(
        UUID id,
        List<Purpose> purposes,
        Edition newest,
        Asking asking,
        @Nullable Instant withdrawnAt) {

    /** How long somebody has to read it. */
    static final int DAYS = 14;

    /** How long before its day somebody is reminded. */
    static final int REMINDED_BEFORE = 7;

    public Instruction {
        purposes = List.copyOf(purposes);
    }

    /** One text of it; those before stay readable, since somebody acknowledged them. */
    public record Edition(UUID id, int number, String title, String text, boolean material, Instant publishedAt) {}

    /** Since when and with which edition it asks to be read. */
    public record Asking(int number, Instant since) {}

    public String title() {
        return newest.title;
    }

    public boolean isInForce() {
        return withdrawnAt == null;
    }

    /** Whether somebody with these permissions must read it. */
    public boolean isFor(Permissions permissions) {
        return purposes.isEmpty() || purposes.stream().anyMatch(purpose -> permissions.may(purpose, Action.SEE));
    }

    /** The last day to read it: who came after it was published has as long as the others had. */
    public LocalDate due(Account account, ZoneId place) {
        var since = account.createdAt().isAfter(asking.since) ? account.createdAt() : asking.since;
        return LegalTime.dayOf(since, place).plusDays(DAYS);
    }

    void mustBeInForce() {
        if (!isInForce()) {
            throw Problem.conflict("instructions.withdrawn");
        }
    }

    /** What somebody read must be what holds. */
    void mustBeNewest(int number) {
        mustBeInForce();
        if (number != newest.number) {
            throw Problem.stale("instructions.stale");
        }
    }
}
