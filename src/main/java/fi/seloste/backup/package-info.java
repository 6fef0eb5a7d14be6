/**
 * One file that brings everything back but the keys, what is repeated after it was brought back, and whether what lies here is as it
 * should be. Its SQL speaks of every table there is, by the catalogue, and of no module's meaning.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "store",
            "ui",
            "installation",
            "postgres",
            "evidence",
            "datamap",
            "notice",
            "suppression",
            "register",
            "rights"
        })
package fi.seloste.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
