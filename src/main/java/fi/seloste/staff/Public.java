package fi.seloste.staff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A handler that nobody has to sign in for. This is the whole list of public doors: the chains of security are made from it. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Public {

    /**
     * Whether it takes what other sites and programs send: the pixel, the beacon, the form on a customer's own site, one click to
     * unsubscribe (RFC 8058). Such a door knows no session and asks for no proof that the form is ours.
     */
    boolean intake() default false;

    /** Calls a second from one address; 0 is what suits people at a form, or pages that are read. */
    int perSecond() default 0;
}
