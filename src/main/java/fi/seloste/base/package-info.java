/** Words everybody uses: ids, actors, problems, folded text, legal time. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package fi.seloste.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
