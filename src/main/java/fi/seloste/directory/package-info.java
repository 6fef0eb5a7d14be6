/**
 * The company's own directory of who works there, such as Google Workspace, Entra ID or Keycloak: by it colleagues sign in here
 * (OpenID Connect Core 1.0). It says who somebody is, never what they may do.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "ui", "installation", "evidence", "staff", "outgoing"})
package fi.seloste.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
