/** PostgreSQL's own server from Maven's binaries, started by us in the data folder with people's data in mind. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "installation")
package fi.seloste.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
