/**
 * The data subject's rights (GDPR Art. 12 to 22): a request comes in, the legal clock runs, the person proves who they are, everything kept is
 * collected or erased as the data maps declare it, and what was done can be shown.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "store",
            "ui",
            "installation",
            "evidence",
            "staff",
            "doors",
            "mailbox",
            "notice",
            "datamap",
            "suppression",
            "register",
            "consents",
            "retention"
        })
package fi.seloste.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
