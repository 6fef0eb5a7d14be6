/**
 * Moving here from another mailing tool: its people come in by the imports, with their bans and bounces. That somebody was on a list there is no consent
 * under our notice; it becomes one only where whoever brings it says where and when it was given, and that is kept as its proof.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "store",
            "ui",
            "evidence",
            "staff",
            "intake",
            "register",
            "consents",
            "imports",
            "newsletters"
        })
package fi.seloste.movers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
