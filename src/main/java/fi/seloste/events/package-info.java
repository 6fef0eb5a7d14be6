/** Events: what takes place, who is asked and comes, the letters and calendars about it, and what becomes of what people told for it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "store",
            "ui",
            "installation",
            "doors",
            "mailbox",
            "evidence",
            "staff",
            "notice",
            "suppression",
            "intake",
            "register",
            "marketing"
        })
package fi.seloste.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
