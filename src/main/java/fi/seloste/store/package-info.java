/** Where things are kept: PostgreSQL by purpose, files, jobs and outgoing mail. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package fi.seloste.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
