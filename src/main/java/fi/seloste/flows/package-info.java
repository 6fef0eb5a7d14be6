/**
 * Drip flows: something happens to somebody, then they wait, get mails, are asked about, and somebody of staff gets a task, each by itself. Every mail
 * passes the gates of marketing, and whoever must not be marketed to is out.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "store",
            "ui",
            "evidence",
            "staff",
            "register",
            "consents",
            "senders",
            "forms",
            "events",
            "marketing"
        })
package fi.seloste.flows;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
