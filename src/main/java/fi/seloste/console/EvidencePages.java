package fi.seloste.console;

import fi.seloste.datamap.Compiler;
import fi.seloste.datamap.Declared;
import fi.seloste.evidence.Evidence;
import fi.seloste.evidence.Sealer;
import fi.seloste.staff.Needs;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Acts and their proof: whether the chain holds, and whether the database grants what the notice says. */
@Controller
class EvidencePages {

    private static final int SHOWN = 200;

    private final Evidence evidence;
    private final Sealer sealer;
    private final Staff staff;
    private final Compiler compiler;
    private final Declared declared;

    EvidencePages(Evidence evidence, Sealer sealer, Staff staff, Compiler compiler, Declared declared) {
        this.evidence = evidence;
        this.sealer = sealer;
        this.staff = staff;
        this.compiler = compiler;
        this.declared = declared;
    }

    @GetMapping("/evidence")
    @Needs(purpose = Purpose.RIGHTS)
    EvidencePage evidence(@RequestParam(defaultValue = "false") boolean check) {
        var lines = evidence.newest(SHOWN);
        var actors = lines.stream()
                .map(Evidence.Line::actorId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new EvidencePage(lines, staff.names(actors), check ? checked() : null);
    }

    private EvidencePage.Checked checked() {
        return new EvidencePage.Checked(sealer.firstBroken().orElse(null), compiler.drift(declared));
    }
}
