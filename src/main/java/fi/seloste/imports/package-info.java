/**
 * Files of people from elsewhere: read, looked at, committed, taken back. Unlike other modules its bulk SQL names the tables of the
 * register and of suppression, since a million people cannot come in by a door for one (ADR 11).
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
            "intake",
            "suppression",
            "register"
        })
package fi.seloste.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
