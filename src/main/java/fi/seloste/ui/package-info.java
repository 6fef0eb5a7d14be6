/** The frame that every page stands in, its parts and its texts. Menu, viewer and counts come from above through interfaces. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "base")
package fi.seloste.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
