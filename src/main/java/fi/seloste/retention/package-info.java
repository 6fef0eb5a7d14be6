/**
 * Storage limitation (GDPR Art. 5(1)(e)): which data fall due by the rules of the notice in force, what stops their removal, and the
 * nightly sweep that removes them. No module takes part by code: the data maps say which column tells of which event.
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
            "notice",
            "datamap",
            "suppression",
            "register"
        })
package fi.seloste.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
