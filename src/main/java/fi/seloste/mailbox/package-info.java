/**
 * Mail that comes in: fetched from an IMAP mailbox, read with care, kept once, and told to whoever takes it from there. What a message
 * means is for the floors above.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "ui", "installation", "evidence", "staff"})
package fi.seloste.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
