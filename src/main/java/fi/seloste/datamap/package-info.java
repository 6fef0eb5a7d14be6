/** What is kept: every table and column, declared once. Grants, policies, copies, erasures and scans come from here. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "ui", "installation", "evidence", "notice"})
package fi.seloste.datamap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
