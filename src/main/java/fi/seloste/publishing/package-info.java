/** The next notice: written as a draft, examined, compared with the one in force, and published together with what it grants. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "ui", "evidence", "staff", "notice", "datamap"})
package fi.seloste.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
