/** People and organisations: who they are, how to reach them, where each fact came from and how it changed. */
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
            "datamap",
            "suppression"
        })
package fi.seloste.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
