package fi.seloste.cards;

import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A change of somebody's data, which the rights desk makes by a request and not here. What a purpose may not write is refused by {@link Viewpoint#must} before the database does. */
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
            Purpose.REFERENCES
        },
        action = Action.CHANGE,
        chosen = true)
@interface Writes {}
