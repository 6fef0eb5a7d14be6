/** Breaches of personal data (GDPR Art. 33 and 34): every one is kept, the authority is told within 72 hours, people where the risk is high. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "ui", "evidence", "staff"})
package fi.seloste.breaches;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
