package fi.seloste.newsletters;

import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.marketing.Archive;
import fi.seloste.marketing.Issue;
import fi.seloste.staff.Public;
import fi.seloste.store.PublicAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What went out before, for anybody and for programs that read feeds. Nothing of whom it went to is in it. */
@Controller
@Public
@RequestMapping("/newsletters/{topic}")
class ArchivePages {

    /** The mail brings styles of its own and may run nothing; only our own page frames it. */
    private static final String SHUT =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' https: data:; frame-ancestors 'self'";

    private final Newsletters newsletters;
    private final Archive archive;
    private final PublicAddress house;

    ArchivePages(Newsletters newsletters, Archive archive, PublicAddress house) {
        this.newsletters = newsletters;
        this.archive = archive;
        this.house = house;
    }

    @GetMapping("/issues/{id}")
    IssuePage issue(@PathVariable String topic, @PathVariable UUID id, Locale language) {
        var known = archived(topic);
        var issue = archive.get(topic, id);
        return new IssuePage(known, issue, shown(topic, issue, language));
    }

    @GetMapping("/issues/{id}/mail")
    ResponseEntity<String> mail(@PathVariable String topic, @PathVariable UUID id, Locale language) {
        archived(topic);
        return ResponseEntity.ok()
                .header("Content-Security-Policy", SHUT)
                .header("X-Frame-Options", "SAMEORIGIN")
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(shown(topic, archive.get(topic, id), language).html());
    }

    @GetMapping("/feed.xml")
    ResponseEntity<byte[]> feed(@PathVariable String topic, Locale language) {
        var known = archived(topic);
        var entries = archive.of(topic, Paging.of(null, null)).items().stream()
                .map(one -> new Feed.Entry(one, shown(topic, one, language)))
                .toList();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_RSS_XML)
                .body(new Feed(known, house.of("/newsletters/" + topic), language).of(entries));
    }

    private Archive.Shown shown(String topic, Issue issue, Locale language) {
        return archive.shown(issue, language.getLanguage(), "/newsletters/" + topic);
    }

    private Topic archived(String slug) {
        var topic = newsletters.shown(slug);
        if (!topic.plan().archived()) {
            throw Problem.notFound("issue");
        }
        return topic;
    }
}
