package fi.seloste.base;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What ends a request for a reason that a person can act on. It carries the key of a sentence that says what is wrong, where, and what
 * to do; everything else that is thrown is a bug.
 */
public abstract sealed class Problem extends RuntimeException {

    private final String key;
    private final transient List<Object> arguments;

    private Problem(String key, Object... arguments) {
        super(key + (arguments.length == 0 ? "" : " " + List.of(arguments)));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }

    /** No such thing, or none that this purpose may see. */
    public static NotFound notFound(String what) {
        return new NotFound("problem.notFound." + what);
    }

    /** What a field names must be there: of an address that leads nowhere one says so, of a field one says which. */
    public static <T> T named(String field, Supplier<T> lookedUp) {
        try {
            return lookedUp.get();
        } catch (NotFound nothing) {
            throw invalid(field, nothing.key());
        }
    }

    public static NotAllowed notAllowed(String key, Object... arguments) {
        return new NotAllowed(key, arguments);
    }

    public static Invalid invalid(@Nullable String field, String key, Object... arguments) {
        return new Invalid(field, key, arguments);
    }

    public static Conflict conflict(String key, Object... arguments) {
        return new Conflict(false, key, arguments);
    }

    /** Right in itself, but against a version that somebody has changed meanwhile: 412 for programs that named it. */
    public static Conflict stale(String key, Object... arguments) {
        return new Conflict(true, key, arguments);
    }

    /** 404. */
    public static final class NotFound extends Problem {
        private NotFound(String key) {
            super(key);
        }
    }

    /** 403. */
    public static final class NotAllowed extends Problem {
        private NotAllowed(String key, Object... arguments) {
            super(key, arguments);
        }
    }

    /** 400: what was sent cannot be taken; the field is named where there is one. */
    public static final class Invalid extends Problem {
        private final @Nullable String field;

        private Invalid(@Nullable String field, String key, Object... arguments) {
            super(key, arguments);
            this.field = field;
        }

        public @Nullable String field() {
            return field;
        }

        /** The same of a field that the caller knows better, such as the third of a list. */
        public Invalid in(String other) {
            return new Invalid(other, key(), arguments());
        }
    }

    /** 409 or 412: right in itself, but not with what is there now. */
    public static final class Conflict extends Problem {
        private final boolean stale;

        private Conflict(boolean stale, String key, Object... arguments) {
            super(key, arguments);
            this.stale = stale;
        }

        public boolean isStale() {
            return stale;
        }
    }
}
