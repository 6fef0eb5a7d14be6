/** Telling people whom we found elsewhere where their data came from (GDPR Art. 14), in time and before any marketing. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"base", "store", "ui", "installation", "evidence", "staff", "notice", "register"})
package fi.seloste.informing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
