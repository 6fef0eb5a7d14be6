package fi.seloste.backup;

import fi.seloste.installation.Command;
import fi.seloste.installation.Finding;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code seloste verify}: whether what is kept is what was kept, and whether the locks are those that the notice asks for. */
@Component
class VerifyCommand implements Command {

    private final Verification verification;

    VerifyCommand(Verification verification) {
        this.verification = verification;
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public int run(List<String> arguments) {
        var findings = verification.findings();
        findings.forEach(finding -> System.out.println(finding.line()));
        long wrong = findings.stream()
                .filter(finding -> finding.kind() == Finding.Kind.WRONG)
                .count();
        System.out.println();
        System.out.println(
                wrong == 0 ? "Everything is as it was kept." : "Things that are not as they were kept: " + wrong + ".");
        return wrong == 0 ? 0 : 1;
    }
}
