/** The made-up company of the demonstration: what `seloste demo` finds when it starts for the first time, told through the doors. */
@NullMarked
@ApplicationModule
package fi.seloste.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
