/**
 * Forms that anybody may fill in: built by clicks, published only where the notice declares what they ask for, guarded against floods, and
 * their answers brought to the person they are of and the employee who has to act.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "store",
            "ui",
            "installation",
            "doors",
            "evidence",
            "staff",
            "notice",
            "datamap",
            "suppression",
            "mailbox",
            "register",
            "consents"
        })
package fi.seloste.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
