package fi.seloste.imports;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.imports.Import.State;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports for programs: bring a file, ask until it is read, look at the counts, commit or undo. */
@RestController
@RequestMapping("/api/v1/imports")
@Needs(purpose = Purpose.CUSTOMER, whole = true)
class ImportsApi {

    private static final int ERRORS = 1000;
    private static final JsonMapper JSON = new JsonMapper();

    private final Imports imports;
    private final Preview preview;
    private final Texts texts;

    ImportsApi(Imports imports, Preview preview, Texts texts) {
        this.imports = imports;
        this.preview = preview;
        this.texts = texts;
    }

    /** What a program decides with a commit; left out, nothing is overwritten and nobody erased comes back. */
    @Schema(name = "ImportChoices")
    record Commit(@Nullable String differing, @Nullable String erased) {

        Import.Choices choices() {
            return new Import.Choices(
                    is(differing, "differing", "keep", "update"), is(erased, "erased", "leave", "given"));
        }

        private static boolean is(@Nullable String word, String field, String no, String yes) {
            if (word == null || word.equals(no)) {
                return false;
            }
            if (!word.equals(yes)) {
                throw Problem.invalid(field, "imports.commit.choice", word, no, yes);
            }
            return true;
        }
    }

    @GetMapping
    Paged<ImportJson> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        return imports.newest(Paging.of(limit, after))
                .map(entry -> ImportJson.of(entry, List.of(), List.of(), words(locale)));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs(purpose = Purpose.CUSTOMER, action = Action.CHANGE, whole = true)
    ResponseEntity<ImportJson> bring(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Map<String, String> fields,
            Actor actor,
            Locale locale) {
        if (file == null) {
            throw Problem.invalid("file", "imports.file.missing");
        }
        var sourcing = Sourcing.of(fields.get("source"), fields.get("sourceDetail"));
        var entry = imports.bring(content(file), sourcing, mapping(fields.get("mapping")), actor);
        return ResponseEntity.created(URI.create("/api/v1/imports/" + entry.id()))
                .body(shown(entry, locale));
    }

    @GetMapping("/{id}")
    ImportJson get(@PathVariable ImportId id, Locale locale) {
        return shown(imports.get(id), locale);
    }

    @PostMapping("/{id}/commit")
    @Needs(purpose = Purpose.CUSTOMER, action = Action.CHANGE, whole = true)
    ResponseEntity<ImportJson> commit(
            @PathVariable ImportId id,
            @RequestBody(required = false) @Nullable Commit commit,
            Actor actor,
            Locale locale) {
        var choices = commit == null ? Import.Choices.CAREFUL : commit.choices();
        return ResponseEntity.accepted().body(shown(imports.commit(id, choices, actor), locale));
    }

    @DeleteMapping("/{id}")
    @Needs(purpose = Purpose.CUSTOMER, action = Action.CHANGE, whole = true)
    ResponseEntity<ImportJson> undo(@PathVariable ImportId id, Actor actor, Locale locale) {
        var entry = imports.undo(id, actor);
        var status = entry.state() == State.UNDONE ? 200 : 202;
        return ResponseEntity.status(status).body(shown(entry, locale));
    }

    private ImportJson shown(Import entry, Locale locale) {
        var kept = entry.state() == State.UNDONE ? imports.kept(entry.id()) : List.<Kept>of();
        return ImportJson.of(entry, preview.faults(entry.id(), 0, ERRORS), kept, words(locale));
    }

    private fi.seloste.intake.Texts words(Locale locale) {
        return (key, arguments) -> texts.say(locale, key, arguments);
    }

    static Imports.File content(MultipartFile file) {
        var name = file.getOriginalFilename();
        return new Imports.File(name == null ? "" : name, () -> open(file));
    }

    private static InputStream open(MultipartFile file) {
        try {
            return file.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> mapping(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return Map.of();
        }
        try {
            var mapping = JSON.readValue(json, new TypeReference<Map<String, @Nullable String>>() {});
            if (mapping != null && !mapping.containsValue(null)) {
                return Map.copyOf(mapping);
            }
            throw Problem.invalid("mapping", "imports.mapping.notJson");
        } catch (JacksonException e) {
            throw Problem.invalid("mapping", "imports.mapping.notJson");
        }
    }
}
