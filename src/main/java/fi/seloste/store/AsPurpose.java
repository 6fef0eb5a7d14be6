package fi.seloste.store;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes {@link As} true. */
@Aspect
@Component
class AsPurpose {

    private final Purposes purposes;

    AsPurpose(Purposes purposes) {
        this.purposes = purposes;
    }

    @Around("@annotation(as)")
    @Nullable
    Object run(ProceedingJoinPoint method, As as) throws Throwable {
        try {
            return purposes.<@Nullable Object>as(as.value(), () -> proceed(method));
        } catch (Wrapped e) {
            throw e.getCause();
        }
    }

    private static @Nullable Object proceed(ProceedingJoinPoint method) {
        try {
            return method.proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new Wrapped(e);
        }
    }

    private static final class Wrapped extends RuntimeException {
        Wrapped(Throwable cause) {
            super(cause);
        }

        @Override
        public synchronized Throwable getCause() {
            var cause = super.getCause();
            return cause == null ? this : cause;
        }
    }
}
