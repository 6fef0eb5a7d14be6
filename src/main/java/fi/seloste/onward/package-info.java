/** Where forms lead that other modules know how to end: what visitors typed is handed to those modules' own doors. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "ui", "forms", "events", "newsletters"})
package fi.seloste.onward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
