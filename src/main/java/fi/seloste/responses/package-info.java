/**
 * What comes of campaigns: opens and clicks, of people and of machines apart. By name only of whom the notice and the person allow it; of all
 * others as numbers that lead to nobody.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "store",
            "ui",
            "evidence",
            "staff",
            "notice",
            "intake",
            "register",
            "consents",
            "marketing"
        })
package fi.seloste.responses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
