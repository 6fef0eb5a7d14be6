package fi.seloste.imports;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.intake.Mapping;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file of people that somebody brings, and how far it has come. */
public record Import(
        ImportId id,
        State state,
        Content content,
        @Nullable Sourcing sourcing,
        Choices choices,
        Counts counts,
        Progress progress,
        Failure failure,
        Actor by,
        Times times) {

    public enum State {
        /** Its columns and source are not yet decided: only where it came in by the pages. */
        MAPPING,
        READING,
        PREVIEW,
        COMMITTING,
        COMMITTED,
        FAILED,
        UNDONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** The file; it is kept until the import is committed or taken back, seven days at most. */
    public record Content(String name, long bytes, boolean kept, Mapping mapping) {}

    /** What the one who commits decided: whether differing values are overwritten, and whether erased people gave their data anew. */
    public record Choices(boolean update, boolean given) {

        public static final Choices CAREFUL = new Choices(false, false);
    }

    /** What becomes, or became, of the rows. Banned people are counted among the new, changed and unchanged ones as well. */
    public record Counts(
            int rows,
            int fresh,
            int changed,
            int unchanged,
            int banned,
            int refused,
            int restricted,
            int asking,
            int joined,
            int rejected,
            int faults) {}

    /** How much of a hundred is done, and how many rows have been staged. */
    public record Progress(int percent, int staged, int attempts, boolean undoing) {}

    /** Why it failed; the key is empty where it did not. */
    public record Failure(String key, List<String> arguments) {}

    public record Times(
            Instant createdAt,
            @Nullable Instant committedAt,
            @Nullable Instant undoneAt) {}

    /** It is in the register now; told in the transaction that brought it. */
    public record Committed(ImportId id) {}

    /** It is about to be taken back. Told in no purpose, before anything is: whoever added to its people takes that back first. */
    public record UndoBegun(ImportId id) {}

    /** It is out of the register again. */
    public record Undone(ImportId id) {}

    public boolean isWorking() {
        return state == State.READING || state == State.COMMITTING || progress.undoing();
    }

    /** What is just coming in cannot be taken back yet. */
    public void refuseWhileCommitting() {
        if (state == State.COMMITTING) {
            throw Problem.conflict("imports.conflict.committing");
        }
    }

    void refuseUnless(State wanted) {
        if (state != wanted) {
            throw Problem.conflict("imports.conflict." + state.code());
        }
    }

    Sourcing source() {
        if (sourcing == null) {
            throw Problem.conflict("imports.conflict.mapping");
        }
        return sourcing;
    }
}
