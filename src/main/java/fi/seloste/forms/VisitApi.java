package fi.seloste.forms;

import fi.seloste.base.Problem;
import fi.seloste.doors.Guard;
import fi.seloste.staff.Public;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Said;
import fi.seloste.ui.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The same form for a page of the company's own site, which draws it by itself: what it asks as JSON, and the answers as JSON. */
@RestController
@RequestMapping("/f/{slug}")
class VisitApi {

    /** Forty fields of the longest text are more than anybody types. */
    private static final int LARGEST = 256 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Visiting visiting;
    private final Reception reception;
    private final Guard guard;
    private final Texts texts;

    VisitApi(Visiting visiting, Reception reception, Guard guard, Texts texts) {
        this.visiting = visiting;
        this.reception = reception;
        this.guard = guard;
        this.texts = texts;
    }

    record Sent(
            @Nullable Integer edition,
            @Nullable Map<String, @Nullable String> answers,
            @Nullable GuardShown guard) {}

    record GuardShown(
            @Nullable String stamp,
            @Nullable String work,
            @Nullable String homepage) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Public
    Map<String, Object> form(@PathVariable String slug, Locale language) {
        var open = visiting.see(slug);
        var content = open.edition().content();
        var spoken = content.languageFor(language.getLanguage());
        var said = new LinkedHashMap<String, Object>();
        said.put("form", slug);
        said.put("state", (open.isOpen() ? open.form().state() : Form.State.CLOSED).code());
        said.put("edition", open.edition().number());
        said.put("language", spoken);
        said.put("languages", content.languages());
        said.put("title", content.heading(spoken).title());
        said.put("lead", content.heading(spoken).lead());
        said.put(
                "fields",
                content.fields().stream().map(one -> field(one, spoken)).toList());
        said.put("guard", stamp(open.form()));
        return said;
    }

    private static Map<String, Object> field(Field field, String language) {
        var said = new LinkedHashMap<String, Object>();
        said.put("name", field.key());
        said.put("kind", field.kind().code());
        said.put("required", field.required());
        var asked = field.words().asked().get(language);
        said.put("label", asked == null ? field.label(language) : asked.words());
        if (field.kind() == Field.Kind.CHOICE) {
            said.put("choices", field.choices(language));
        }
        return said;
    }

    private Map<String, Object> stamp(Form form) {
        var stamp = guard.stamp(form.door());
        return Map.of(
                "stamp", stamp.text(),
                "puzzle", stamp.puzzle(),
                "bits", stamp.bits(),
                "leastSeconds", stamp.least(),
                "secondsWithoutWork", stamp.patience());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Public(intake = true, perSecond = 10)
    ResponseEntity<Map<String, Object>> send(@PathVariable String slug, HttpServletRequest request, Locale language)
            throws IOException {
        try {
            var open = visiting.see(slug);
            Reception.mustBeWelcome(request, open.form());
            if (!open.isOpen()) {
                return refused(HttpStatus.GONE, Said.of("forms.closed"), language);
            }
            var body = request.getInputStream().readNBytes(LARGEST + 1);
            return body.length > LARGEST
                    ? refused(HttpStatus.CONTENT_TOO_LARGE, Said.of("forms.tooLarge", LARGEST / 1024), language)
                    : taken(open, JSON.readValue(body, Sent.class), language);
        } catch (JacksonException e) {
            return refused(HttpStatus.BAD_REQUEST, Said.of("forms.unreadable"), language);
        } catch (Problem.NotFound e) {
            return refused(HttpStatus.NOT_FOUND, Said.of(e.key()), language);
        } catch (Problem.NotAllowed e) {
            return refused(HttpStatus.FORBIDDEN, Said.of(e.key()), language);
        }
    }

    private ResponseEntity<Map<String, Object>> taken(Visiting.Open open, Sent sent, Locale language) {
        var spoken = open.edition().content().languageFor(language.getLanguage());
        var shown = sent.guard() == null
                ? new Guard.Shown(null, null, null)
                : new Guard.Shown(
                        sent.guard().stamp(), sent.guard().work(), sent.guard().homepage());
        var values = new LinkedHashMap<String, String>();
        Objects.requireNonNullElse(sent.answers(), Map.<String, String>of())
                .forEach((name, value) -> values.put(name, Objects.requireNonNullElse(value, "")));
        var filled = reception.take(
                open,
                spoken,
                new Reception.Sent(String.valueOf(sent.edition()), values),
                () -> guard.check(shown, open.form().door()));
        return filled.isRight()
                ? ResponseEntity.accepted().body(Map.of("state", "received", "detail", thanks(open, Locale.of(spoken))))
                : wrong(filled.errors(), Locale.of(spoken), open.form());
    }

    private String thanks(Visiting.Open open, Locale language) {
        var own = open.edition().content().heading(language.getLanguage()).thanks();
        return own.isEmpty() ? texts.say(language, "forms.thanks.usual") : own;
    }

    /** Each field with its sentence, and a stamp to send with again. */
    private ResponseEntity<Map<String, Object>> wrong(Errors errors, Locale language, Form form) {
        var fields = new TreeMap<String, String>();
        errors.byField().forEach((field, said) -> fields.put(field.isEmpty() ? "form" : field, say(language, said)));
        var body = problem(HttpStatus.BAD_REQUEST, String.join(" ", List.copyOf(fields.values())), language);
        body.put("errors", fields);
        body.put("guard", stamp(form));
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private ResponseEntity<Map<String, Object>> refused(HttpStatus status, Said said, Locale language) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status, say(language, said), language));
    }

    private Map<String, Object> problem(HttpStatus status, String detail, Locale language) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:seloste:forms.refused");
        problem.put("title", texts.say(language, "forms.refused"));
        problem.put("status", status.value());
        problem.put("detail", detail);
        return problem;
    }

    private String say(Locale language, Said said) {
        return texts.say(language, said.key(), said.arguments().toArray());
    }
}
