package fi.seloste.staff;

import fi.seloste.store.Purpose;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a handler asks of its caller. Of several purposes the first that the caller holds is the one it works in; a handler gets it as
 * a parameter of type {@link Purpose}. On the class it holds for every handler that says nothing itself.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    Purpose[] purpose();

    Action action() default Action.SEE;

    /** Whether the action is about everybody, such as an import that meets whoever is there: a scope of own or team does not do. */
    boolean whole() default false;

    /** Whether the caller may name another staff purpose that it holds: header {@code Seloste-Purpose}, or {@code ?as=} on pages. */
    boolean chosen() default false;
}
