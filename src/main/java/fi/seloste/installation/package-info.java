/** This installation: its settings, its data folder, its keys, and what may be wrong with it. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package fi.seloste.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
