package fi.seloste.notice;

import fi.seloste.notice.Controller.Office.Kind;
import fi.seloste.notice.Finding.Law;
import java.util.stream.Stream;

/** Who is responsible, whom to ask, whom to complain to. */
final class LintController {

    private LintController() {}

    static Stream<Finding> of(Declaration declaration) {
        var controller = declaration.controller();
        return Stream.of(reach(controller), officer(controller), authority(controller))
                .flatMap(findings -> findings);
    }

    // Art. 13(1)(a): "the identity and the contact details of the controller"
    private static Stream<Finding> reach(Controller controller) {
        return controller.reach().isEmpty()
                ? Stream.of(Finding.breach("controllerUnreachable", Law.gdpr("13(1)(a)"), "controller"))
                : Stream.empty();
    }

    // Art. 13(1)(b): "the contact details of the data protection officer, where applicable"
    private static Stream<Finding> officer(Controller controller) {
        return controller.office(Kind.DPO).stream()
                .filter(officer -> officer.reach().isEmpty())
                .map(officer -> Finding.breach(
                        "officerUnreachable", Law.gdpr("13(1)(b)"), "controller.contacts", officer.name()));
    }

    // Art. 13(2)(d): "the right to lodge a complaint with a supervisory authority"; WP260: name it
    private static Stream<Finding> authority(Controller controller) {
        return controller.authority() == null || controller.authority().name().isBlank()
                ? Stream.of(Finding.breach("authorityUnnamed", Law.gdpr("13(2)(d)"), "controller.authority"))
                : Stream.empty();
    }
}
