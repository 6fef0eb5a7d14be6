/** Who must not be marketed to and who must not be collected again, kept as keyed hashes that outlive an erasure. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "ui", "installation", "evidence", "staff", "notice"})
package fi.seloste.suppression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
