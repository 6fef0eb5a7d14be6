/** The staff's way in: home, palette, the outbox, the evidence, the settings. */
@NullMarked
@ApplicationModule
package fi.seloste.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
