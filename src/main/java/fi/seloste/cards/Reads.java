package fi.seloste.cards;

import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A page about somebody, in the first of these purposes that the viewer holds, or in the one that {@code ?as=} names. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Needs(
        purpose = {
            Purpose.CUSTOMER,
            Purpose.SUPPORT,
            Purpose.MARKETING,
            Purpose.CONTRACTS,
            Purpose.BILLING,
            Purpose.CLAIMS,
            Purpose.REFERENCES,
            Purpose.RIGHTS
        },
        chosen = true)
@interface Reads {}
