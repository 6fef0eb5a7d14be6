/** The chains that every request passes: who calls, from where, how often, and whether it was sent twice. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "ui", "installation", "evidence", "staff"})
package fi.seloste.doors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
