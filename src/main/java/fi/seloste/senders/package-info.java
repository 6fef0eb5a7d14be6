/**
 * In whose name mail to many leaves: senders with their domain, how their messages are signed, by which servers they go, and what the domain's
 * records say of it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"base", "store", "ui", "installation", "evidence", "staff", "outgoing", "mailbox"})
package fi.seloste.senders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
