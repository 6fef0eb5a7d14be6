/**
 * Newsletters: what people can subscribe to, by an address that they show to be theirs; how often they want it, and how it ends. Each subscription is a
 * consent to that one topic, with the words that were shown.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "store",
            "ui",
            "doors",
            "installation",
            "evidence",
            "staff",
            "notice",
            "suppression",
            "intake",
            "register",
            "consents",
            "informing",
            "rights",
            "marketing"
        })
package fi.seloste.newsletters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
