/** Calls that this house makes to other systems over HTTP, guarded: where they may go, how long they may take, what they may follow. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "installation"})
package fi.seloste.outgoing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
