/**
 * The page of a person and of an organisation: what is kept, why, what may be done with it, and every way to change it. Each page is read
 * in one purpose of its viewer and offers what this purpose may do.
 */
@NullMarked
@ApplicationModule
package fi.seloste.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
