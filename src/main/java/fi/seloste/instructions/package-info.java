/** Instructions for whoever handles data here (GDPR Art. 29 and 32(4)): what they say, who must read them, and who has acknowledged that. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "ui", "installation", "evidence", "staff"})
package fi.seloste.instructions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
