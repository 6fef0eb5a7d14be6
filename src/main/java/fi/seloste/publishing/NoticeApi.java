package fi.seloste.publishing;

import fi.seloste.base.Actor;
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
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    record Publication(@Nullable String note) {}

    @Public
    @GetMapping(path = "/notice", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> inForce() {
        return VersionJson.whole(notice.version(), notice.inForce());
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
    Map<String, Object> versions() {
        return Map.of(
                "items", notice.versions().stream().map(VersionJson::brief).toList());
    }

    @Public
    @GetMapping(path = "/notice/versions/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> version(@PathVariable int number) {
        var version = notice.version(number);
        return VersionJson.whole(java.util.Optional.of(version), notice.declarationOf(version));
    }

    @Public
    @GetMapping(path = "/notice/versions/{number}", produces = YAML)
    String versionYaml(@PathVariable int number) {
        return notice.textOf(notice.version(number));
    }

    @Public
    @GetMapping("/notice/versions/{number}/changes")
    Map<String, Object> changes(
            @PathVariable int number, @RequestParam(required = false) @Nullable Integer since, Locale locale) {
        var version = notice.version(number);
        var before = notice.version(since == null ? number - 1 : since);
        return VersionJson.changes(Diff.between(notice.declarationOf(before), notice.declarationOf(version)), locale);
    }

    @GetMapping("/notice/lint")
    Map<String, Object> lint(Locale locale) {
        return Map.of("items", NoticeJson.of(Lint.of(notice.inForce()), locale));
    }

    /** Examines a declaration that is sent, and keeps nothing of it. */
    @PostMapping(
            path = "/notice/lint",
            consumes = {"application/yaml", "text/yaml", "text/plain"})
    Map<String, Object> lint(@RequestBody byte[] text, Locale locale) {
        var reading = Drafting.readBytes(text);
        return reading.found()
                .<Map<String, Object>>map(found -> Map.of("items", NoticeJson.of(Lint.of(found), locale)))
                .orElseGet(() -> Map.of("items", List.of(), "flaws", VersionJson.flaws(reading.flaws(), locale)));
    }

    @GetMapping("/notice/draft")
    ResponseEntity<Map<String, Object>> draft(Locale locale) {
        return shown(drafting.draft(), locale);
    }

    @PutMapping(
            path = "/notice/draft",
            consumes = {"application/yaml", "text/yaml", "text/plain"})
    @Needs(purpose = Purpose.RIGHTS, action = Action.MANAGE)
    ResponseEntity<Map<String, Object>> draft(
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
    ResponseEntity<Map<String, Object>> publish(@RequestBody Publication publication, Actor actor) {
        var note = publication.note() == null ? "" : publication.note();
        Version version = publishing.publish(drafting.draft(), note, actor);
        return ResponseEntity.created(URI.create("/api/v1/notice/versions/" + version.number()))
                .body(VersionJson.brief(version));
    }

    @GetMapping(path = "/record-of-processing", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> record(Locale locale) {
        return RecordOfProcessing.of(notice.inForce(), locale).json();
    }

    @GetMapping(path = "/record-of-processing", produces = LINKED)
    String recordLinked() {
        return NoticeJson.pretty(LinkedData.ofRecord(notice.inForce()));
    }

    /** What is kept: every table and column, and what becomes of its rows by the notice in force. */
    @GetMapping("/data-map")
    Map<String, Object> dataMap(Locale locale) {
        return Map.of(
                "items", consequences.tables(notice.inForce()),
                "consequences", consequences.of(notice.inForce(), locale));
    }

    private ResponseEntity<Map<String, Object>> shown(Draft draft, Locale locale) {
        var review = publishing.review(drafting.declaration(draft));
        return ResponseEntity.ok().eTag("\"" + draft.version() + "\"").body(VersionJson.draft(draft, review, locale));
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
