package fi.seloste.notice;

import fi.seloste.staff.Needs;
import fi.seloste.staff.Public;
import fi.seloste.store.Purpose;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The notice for whom it concerns, and the record of processing (Art. 30) for whoever answers for it. */
@Controller
class NoticePages {

    private final Notice notice;

    NoticePages(Notice notice) {
        this.notice = notice;
    }

    @Public
    @GetMapping("/notice")
    PublicPage notice(@RequestParam(required = false) @Nullable Integer version, Locale language) {
        return version == null ? PublishedNotice.of(language, notice.edition(), null) : past(version, language);
    }

    @Public
    @GetMapping(path = "/notice.txt", produces = "text/plain;charset=UTF-8")
    @ResponseBody
    String text(Locale language) {
        return NoticeText.of(PublishedNotice.of(language, notice.edition(), null));
    }

    @Public
    @GetMapping(path = "/notice.jsonld", produces = "application/ld+json")
    @ResponseBody
    String linked() {
        return NoticeJson.pretty(LinkedData.ofNotice(notice.inForce()));
    }

    @Public
    @GetMapping("/notice/versions")
    VersionsPage versions(
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Locale language) {
        var versions = notice.versions();
        return from == null || to == null
                ? VersionsPage.of(versions, language)
                : VersionsPage.of(versions, language).comparing(notice.edition(from), notice.edition(to));
    }

    private PublicPage past(int number, Locale language) {
        var edition = notice.edition(number);
        var until = edition.version()
                .flatMap(notice::after)
                .map(next -> next.published().effectiveOn())
                .orElse(null);
        return PublishedNotice.of(language, edition, until);
    }

    @Needs(purpose = Purpose.RIGHTS)
    @GetMapping("/notice/record")
    RecordPage recordOfProcessing(Locale language) {
        return RecordPage.of(notice.inForce(), language);
    }

    @Needs(purpose = Purpose.RIGHTS)
    @GetMapping(path = "/notice/record.csv", produces = "text/csv;charset=UTF-8")
    @ResponseBody
    String csv(Locale language) {
        return RecordOfProcessing.of(notice.inForce(), language).csv(language);
    }

    @Needs(purpose = Purpose.RIGHTS)
    @GetMapping(path = "/notice/record.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> recordJson(Locale language) {
        return RecordOfProcessing.of(notice.inForce(), language).json();
    }

    @Needs(purpose = Purpose.RIGHTS)
    @GetMapping(path = "/notice/record.jsonld", produces = "application/ld+json")
    @ResponseBody
    String recordLinked() {
        return NoticeJson.pretty(LinkedData.ofRecord(notice.inForce()));
    }
}
