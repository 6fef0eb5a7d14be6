/** Lists of people and organisations: found, filtered, ordered, named, acted upon and taken out. The query of a list's address is the list. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "ui", "evidence", "staff", "intake", "register"})
package fi.seloste.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
