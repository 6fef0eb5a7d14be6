/** Who did what to whose data, and who looked at it. The floor on which the proof of every right stands. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "ui", "installation"})
package fi.seloste.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
