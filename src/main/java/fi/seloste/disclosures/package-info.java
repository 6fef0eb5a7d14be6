/** Disclosures to authorities (GDPR Art. 15(1)(c), 23 and 30): what they asked for by which law, what was decided and why, and whose data went. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"base", "store", "ui", "installation", "evidence", "staff", "notice", "register"})
package fi.seloste.disclosures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
