package fi.seloste.publishing;

import fi.seloste.base.Actor;
import fi.seloste.base.Length;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.notice.Diff;
import fi.seloste.notice.LinkedData;
import fi.seloste.notice.Lint;
import fi.seloste.notice.Notice;
import fi.seloste.notice.NoticeJson;
import fi.seloste.notice.RecordOfProcessing;
import fi.seloste.notice.Version;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.Public;
import fi.seloste.store.Purpose;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The notice for programs: what is in force and was, the draft, its examination, and its publication. */
@RestController
@RequestMapping("/api/v1")
@Needs(purpose = Purpose.RIGHTS)
class NoticeApi {

    static final String YAML = "application/yaml;charset=UTF-8";
    static final String LINKED = "application/ld+json";

    private final Notice notice;
    private final Drafting drafting;
    private final Publishing publishing;
    private final Consequences consequences;

    NoticeApi(Notice notice, Drafting drafting, Publishing publishing, Consequences consequences) {
        this.notice = notice;
        this.drafting = drafting;
        this.publishing = publishing;
        this.consequences = consequences;
    }

    /** What a publication says of itself; the note is public. */
    @Schema(name = "Publication")
    record Publication(@Nullable String note) {}

    @Public
    @GetMapping(path = "/notice", produces = MediaType.APPLICATION_JSON_VALUE)
    VersionJson.Whole inForce() {
        return VersionJson.Whole.of(notice.version().orElse(null), notice.inForce());
    }

    @Public
    @GetMapping(path = "/notice", produces = LINKED)
    String linked() {
        return NoticeJson.pretty(LinkedData.ofNotice(notice.inForce()));
    }

    @Public
    @GetMapping(path = "/notice", produces = YAML)
    String yaml() {
        return notice.text();
    }

    @Public
    @GetMapping("/notice/versions")
    Paged<VersionJson> versions(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        var asked = Paging.of(limit, after);
        var mark = asked.afterNumber();
        var older = notice.versions().stream()
                .filter(version -> mark == null || version.number() < mark)
                .sorted(Comparator.comparing(Version::number).reversed())
                .limit(asked.limit() + 1L)
                .toList();
        return Paged.of(older, asked, Version::number).map(VersionJson::of);
    }

    @Public
    @GetMapping(path = "/notice/versions/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    VersionJson.Whole version(@PathVariable int number) {
        var version = notice.version(number);
        return VersionJson.Whole.of(version, notice.declarationOf(version));
    }

    @Public
    @GetMapping(path = "/notice/versions/{number}", produces = YAML)
    String versionYaml(@PathVariable int number) {
        return notice.textOf(notice.version(number));
    }

    @Public
    @GetMapping("/notice/versions/{number}/changes")
    VersionJson.Changes changes(
            @PathVariable int number, @RequestParam(required = false) @Nullable Integer since, Locale locale) {
        var version = notice.version(number);
        var before = notice.version(since == null ? number - 1 : since);
        return VersionJson.Changes.of(
                Diff.between(notice.declarationOf(before), notice.declarationOf(version)), locale);
    }

    @GetMapping("/notice/lint")
    VersionJson.Examined lint(Locale locale) {
        return new VersionJson.Examined(VersionJson.Found.of(Lint.of(notice.inForce()), locale), null);
    }

    /** Examines a declaration that is sent, and keeps nothing of it. */
    @PostMapping(
            path = "/notice/lint",
            consumes = {"application/yaml", "text/yaml", "text/plain"})
    VersionJson.Examined lint(@RequestBody byte[] text, Locale locale) {
        var reading = Drafting.readBytes(text);
        return reading.found()
                .map(found -> new VersionJson.Examined(VersionJson.Found.of(Lint.of(found), locale), null))
                .orElseGet(
                        () -> new VersionJson.Examined(List.of(), VersionJson.Unreadable.of(reading.flaws(), locale)));
    }

    @GetMapping("/notice/draft")
    ResponseEntity<VersionJson.Drafted> draft(Locale locale) {
        return shown(drafting.draft(), locale);
    }

    @PutMapping(
            path = "/notice/draft",
            consumes = {"application/yaml", "text/yaml", "text/plain"})
    @Needs(purpose = Purpose.RIGHTS, action = Action.MANAGE)
    ResponseEntity<VersionJson.Drafted> draft(
            @RequestBody byte[] text,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Actor actor,
            Locale locale) {
        return shown(drafting.replace(tag(seen), text, actor), locale);
    }

    @DeleteMapping("/notice/draft")
    @Needs(purpose = Purpose.RIGHTS, action = Action.MANAGE)
    ResponseEntity<Void> discard() {
        drafting.discard();
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/notice/publication")
    @Needs(purpose = Purpose.RIGHTS, action = Action.MANAGE)
    ResponseEntity<VersionJson> publish(@RequestBody Publication publication, Actor actor) {
        var note = publication.note() == null ? "" : Length.TEXT.checked("note", publication.note());
        Version version = publishing.publish(drafting.draft(), note, actor);
        return ResponseEntity.created(URI.create("/api/v1/notice/versions/" + version.number()))
                .body(VersionJson.of(version));
    }

    @GetMapping(path = "/record-of-processing", produces = MediaType.APPLICATION_JSON_VALUE)
    VersionJson.Recorded record(Locale locale) {
        return VersionJson.Recorded.of(RecordOfProcessing.of(notice.inForce(), locale));
    }

    @GetMapping(path = "/record-of-processing", produces = LINKED)
    String recordLinked() {
        return NoticeJson.pretty(LinkedData.ofRecord(notice.inForce()));
    }

    /** What is kept: every table and column, and what becomes of its rows by the notice in force. */
    @GetMapping(path = "/data-map", produces = MediaType.APPLICATION_JSON_VALUE)
    VersionJson.Mapped dataMap(Locale locale) {
        var declaration = notice.inForce();
        return new VersionJson.Mapped(consequences.tables(declaration), consequences.of(declaration, locale));
    }

    @GetMapping(path = "/data-map", produces = LINKED)
    String dataMapLinked() {
        return NoticeJson.pretty(LinkedData.ofMap(notice.inForce(), consequences.linked()));
    }

    private ResponseEntity<VersionJson.Drafted> shown(Draft draft, Locale locale) {
        var review = publishing.review(drafting.declaration(draft));
        return ResponseEntity.ok()
                .eTag("\"" + draft.version() + "\"")
                .body(VersionJson.Drafted.of(draft, review, locale));
    }

    private static @Nullable Integer tag(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var number = header.replaceAll("^W/|\"", "");
        if (!number.matches("\\d{1,9}")) {
            throw Problem.invalid("If-Match", "publishing.tag", header);
        }
        return Integer.valueOf(number);
    }
}
