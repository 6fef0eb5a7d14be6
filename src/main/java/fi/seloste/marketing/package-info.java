/** Marketing that cannot reach whoever said no: audiences, campaigns, their sending, the way out, and what came of it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "store",
            "ui",
            "installation",
            "evidence",
            "staff",
            "notice",
            "suppression",
            "intake",
            "register",
            "senders"
        })
package fi.seloste.marketing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
