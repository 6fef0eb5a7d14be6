package fi.seloste.notice;

import java.util.List;
import java.util.stream.Stream;

/**
 * The checklist of GDPR Articles 13 and 14, and what Finnish law and the authorities' decisions add. It names what a notice lacks; it
 * does not promise that a notice without findings is lawful.
 */
public final class Lint {

    private Lint() {}

    public static List<Finding> of(Declaration declaration) {
        return Stream.of(
                        LintController.of(declaration),
                        LintPurposes.of(declaration),
                        LintProcessing.of(declaration),
                        LintRights.of(declaration))
                .flatMap(checks -> checks)
                .toList();
    }
}
