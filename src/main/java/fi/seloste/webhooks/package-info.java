/** Webhooks: other programs of the company are told that something happened here, by its id alone, signed, and until they have heard it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "store",
            "ui",
            "installation",
            "evidence",
            "staff",
            "datamap",
            "register",
            "imports",
            "rights",
            "forms",
            "outgoing"
        })
package fi.seloste.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
