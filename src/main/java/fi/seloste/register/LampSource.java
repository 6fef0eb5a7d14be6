package fi.seloste.register;

import org.jspecify.annotations.Nullable;

/**
 * A module that knows more about a lamp than the register: marketing about bases and tracking, testimonials about references. The
 * strictest state of a lamp is shown.
 */
public interface LampSource {

    /** Null where the module has nothing to say about this person. */
    @Nullable
    Lamp lamp(Person person);
}
