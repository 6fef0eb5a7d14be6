package fi.seloste.store;

import fi.seloste.base.Problem;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a {@link Ferry} that asks first whether it may go, as by a stamp, and goes then. Whom the question refuses is told so after the commit: a refusal that
 * was thrown would take the crossing of all the others back, and they would be done again.
 */
public final class Boarding<R> {

    private final @Nullable R became;
    private final @Nullable Problem refused;

    private Boarding(@Nullable R became, @Nullable Problem refused) {
        this.became = became;
        this.refused = refused;
    }

    /** The question writes nothing where it refuses. What the work throws is its crossing's matter. */
    public static <R> Supplier<Boarding<R>> of(Runnable question, Supplier<R> work) {
        return () -> {
            try {
                question.run();
            } catch (Problem refused) {
                return new Boarding<>(null, refused);
            }
            return new Boarding<>(work.get(), null);
        };
    }

    /** What became of it, or why it was refused. */
    public R became() {
        if (refused != null) {
            throw refused;
        }
        return Objects.requireNonNull(became);
    }
}
