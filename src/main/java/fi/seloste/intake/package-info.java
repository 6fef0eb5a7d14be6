/**
 * Reading what other systems export: which file it is, what its columns mean, and each row as one person or organisation. Nothing is
 * kept here; a file that cannot be read changes nothing, and a row that cannot is named by its line.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "base")
package fi.seloste.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
