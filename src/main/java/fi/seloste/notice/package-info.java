/** The declaration that the system is compiled from: what is said to people, what the law asks to be said, and what changed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "ui", "installation", "evidence", "staff"})
package fi.seloste.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
