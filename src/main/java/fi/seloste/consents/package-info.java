/**
 * Consents (GDPR Art. 4(11), 7): who agreed to which purpose of the notice, upon which words, shown by what, until when. Giving and withdrawing
 * are equally easy, and nothing that was given is written over.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "ui", "evidence", "staff", "notice", "register"})
package fi.seloste.consents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
