package fi.seloste.forms;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.doors.Guard;
import fi.seloste.staff.Public;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A visitor's pages, in the order of the way: see the form, send it, confirm by the link of a letter, fetch. No account, no cookie. */
@Controller
@RequestMapping("/f")
@Public
class VisitPages {

    private final Visiting visiting;
    private final Reception reception;
    private final Files files;
    private final Guard guard;

    VisitPages(Visiting visiting, Reception reception, Files files, Guard guard) {
        this.visiting = visiting;
        this.reception = reception;
        this.files = files;
        this.guard = guard;
    }

    @GetMapping("/{slug}")
    FormPage form(@PathVariable String slug, @RequestParam(required = false) @Nullable String embed, Locale language) {
        var open = visiting.see(slug);
        var nothing = new Filled(Map.of(), List.of(), Errors.none());
        return reception.page(open, spoken(open, language), nothing, FormPage.Look.of(embed));
    }

    /** It may stand in a frame, where browsers send no cookie; so no session and no token of one, but a stamp. */
    @PostMapping(path = "/{slug}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Public(intake = true, perSecond = 10)
    Reply send(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Locale language) {
        var open = visiting.see(slug);
        Reception.mustBeWelcome(request, open.form());
        var spoken = spoken(open, language);
        var look = FormPage.Look.of(sent.getFirst("embed"));
        if (!open.isOpen()) {
            return reception.page(open, spoken, new Filled(Map.of(), List.of(), Errors.none()), look);
        }
        var filled = reception.take(
                open,
                spoken,
                answers(sent),
                () -> guard.check(request, open.form().door()));
        return filled.isRight() ? thanks(open, spoken, look) : reception.page(open, spoken, filled, look);
    }

    private static Redirect thanks(Visiting.Open open, String language, FormPage.Look look) {
        return Redirect.to("/f/" + open.form().plan().slug() + "/thanks?lang=" + language
                + (look.isFramed() ? "&embed=" + look.embed() : ""));
    }

    private static Reception.Sent answers(MultiValueMap<String, String> sent) {
        var values = new HashMap<String, String>();
        sent.forEach((name, all) -> {
            if (!Reception.BESIDE.contains(name)) {
                if (all.size() > 1) {
                    throw Problem.invalid(name, "forms.twice", Shortened.of(name));
                }
                values.put(name, all.getFirst());
            }
        });
        var edition = sent.getFirst("edition");
        return new Reception.Sent(edition == null ? "" : edition, values);
    }

    @GetMapping("/{slug}/thanks")
    ThanksPage thanks(
            @PathVariable String slug, @RequestParam(required = false) @Nullable String embed, Locale language) {
        var open = visiting.see(slug);
        var spoken = spoken(open, language);
        var content = open.edition().content();
        boolean confirms = open.form().plan().handling().confirm()
                || !open.form().plan().kind().equals(Kinds.CONTACT)
                || content.fields().stream().anyMatch(field -> field.kind() == Field.Kind.CONSENT && field.required());
        return new ThanksPage(
                content.heading(spoken),
                spoken,
                reception.leadsOn(open.form()) ? "onward" : confirms ? "confirm" : "perhaps",
                FormPage.Look.of(embed));
    }

    @GetMapping("/confirm/{token}")
    ConfirmPage confirm(@PathVariable String token) {
        return page(token, visiting.open(token));
    }

    @PostMapping("/confirm/{token}")
    @Public(intake = true, perSecond = 10)
    Redirect confirmed(@PathVariable String token) {
        visiting.confirm(token);
        return Redirect.to("/f/confirm/" + token);
    }

    private ConfirmPage page(String token, Visiting.Link link) {
        var open = visiting.see(link.formId());
        var heading = open.edition().content().heading(open.edition().content().languageFor(link.language()));
        var file = visiting.file(link)
                .map(kept -> new ConfirmPage.File(kept.name(), kept.bytes()))
                .orElse(null);
        return new ConfirmPage(token, heading, link.isConfirmed(), file);
    }

    @GetMapping("/download/{token}")
    ResponseEntity<InputStreamResource> download(@PathVariable String token) {
        var file = visiting.file(visiting.open(token)).orElseThrow(() -> Problem.notFound("formLink"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new InputStreamResource(files.open(file)));
    }

    private static String spoken(Visiting.Open open, Locale language) {
        return open.edition().content().languageFor(language.getLanguage());
    }
}
