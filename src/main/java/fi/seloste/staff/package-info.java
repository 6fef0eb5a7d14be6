/** The people who work here: their accounts, what each may do, and how they sign in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "ui", "installation", "evidence"})
package fi.seloste.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
