package fi.seloste;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.springframework.modulith.core.ApplicationModules;

/** The modules and what they use, found once for all tests that ask: it takes longer than any question. */
final class Walls {

    static final ApplicationModules MODULES = ApplicationModules.of(App.class, resideInAPackage("fi.seloste.pages.."));

    private Walls() {}
}
