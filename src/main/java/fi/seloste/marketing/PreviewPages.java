package fi.seloste.marketing;

import fi.seloste.base.PersonId;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.PersonRow;
import fi.seloste.register.Register;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looking at a campaign as any person of the register that marketing sees. */
@Controller
@RequestMapping("/marketing/campaigns/{id}")
@Needs(purpose = Purpose.MARKETING, whole = true)
class PreviewPages {

    /** The mail brings styles of its own and may run nothing; only our own page frames it. */
    private static final String SHUT =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' https: data:; frame-ancestors 'self'";

    private static final int FOUND = 8;

    private final Marketing marketing;
    private final Specimens specimens;
    private final Register register;
    private final Purposes purposes;

    PreviewPages(Marketing marketing, Specimens specimens, Register register, Purposes purposes) {
        this.marketing = marketing;
        this.specimens = specimens;
        this.register = register;
        this.purposes = purposes;
    }

    @GetMapping("/preview")
    PreviewPage preview(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(required = false) @Nullable PersonId person,
            @RequestParam(defaultValue = "") String q,
            SignedIn viewer) {
        var campaign = marketing.get(id);
        var whom = person == null ? null : row(person, viewer);
        var own = whom == null || whom.language() == null ? "" : whom.language();
        var spoken = campaign.content().languageFor(language.isEmpty() ? own : language);
        var words = specimens.of(id, spoken, whom == null ? null : whom.id());
        var found = q.isBlank()
                ? List.<PersonRow>of()
                : purposes.as(Purpose.MARKETING, () -> register.find(q, FOUND, Evidence.How.LIST, viewer.actor()));
        return new PreviewPage(campaign, new PreviewPage.Shown(spoken, whom, words.subject(), words.text()), q, found);
    }

    private PersonRow row(PersonId person, SignedIn viewer) {
        return purposes.as(
                Purpose.MARKETING,
                () -> register.rows(List.of(person), Evidence.How.PAGE, viewer.actor()).stream()
                        .findFirst()
                        .orElseThrow(() -> fi.seloste.base.Problem.notFound("person")));
    }

    @GetMapping("/mail")
    ResponseEntity<String> mail(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(required = false) @Nullable PersonId person) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", SHUT)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(specimens.of(id, language, person).html());
    }
}
