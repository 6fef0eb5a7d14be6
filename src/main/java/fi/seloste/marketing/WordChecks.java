package fi.seloste.marketing;

import fi.seloste.notice.Notice;
import fi.seloste.ui.Said;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks over what a campaign says, in each of its languages: subject, words, merge fields, links, pictures, and the mail that comes of it. */
@Component
class WordChecks {

    /** Gmail shows no more than 102 kB of a message and cuts the end off, where the way out stands. */
    private static final int LARGEST = 100_000;

    private static final int LONGEST_SUBJECT = 150;

    private final Notice notice;
    private final Rendering rendering;
    private final Footers footers;
    private final Pictures pictures;
    private final MergeFields fields;

    WordChecks(Notice notice, Rendering rendering, Footers footers, Pictures pictures, MergeFields fields) {
        this.notice = notice;
        this.rendering = rendering;
        this.footers = footers;
        this.pictures = pictures;
        this.fields = fields;
    }

    List<Check> of(Campaign campaign) {
        var content = campaign.said();
        var checks = new ArrayList<Check>();
        checks.add(each("subject", content, language -> subject(content, language)));
        checks.add(each("content", content, language -> words(content, language)));
        checks.addAll(fields(campaign));
        checks.add(links(content));
        checks.add(each("images", content, language -> images(content, language)));
        checks.add(footer(content));
        return checks;
    }

    private List<Check> fields(Campaign campaign) {
        var wrong = fields.wrong(campaign).stream()
                .map(said -> new Check("fields", false, said))
                .toList();
        return wrong.isEmpty() ? List.of(Check.passed("fields")) : wrong;
    }

    static Check each(String code, Content content, Function<String, @Nullable String> wrong) {
        for (var language : content.languages()) {
            var why = wrong.apply(language);
            if (why != null) {
                return Check.failed(code, why, Said.of("lists.language." + language));
            }
        }
        return Check.passed(code);
    }

    private static @Nullable String subject(Content content, String language) {
        var subject = content.subject(language);
        return subject.isEmpty() ? "missing" : subject.length() > LONGEST_SUBJECT ? "long" : null;
    }

    private static @Nullable String words(Content content, String language) {
        var spoken = content.blocks().stream()
                .filter(block -> block.kind() != Block.Kind.DIVIDER && block.kind() != Block.Kind.IMAGE)
                .toList();
        if (spoken.stream().noneMatch(block -> !block.in(language).isEmpty())) {
            return "empty";
        }
        return spoken.stream().anyMatch(block -> block.in(language).isEmpty()) ? "untranslated" : null;
    }

    private static @Nullable String images(Content content, String language) {
        return content.blocks().stream()
                        .anyMatch(block -> block.kind() == Block.Kind.IMAGE
                                && block.in(language).isEmpty())
                ? "alt"
                : null;
    }

    private Check links(Content content) {
        return content.blocks().stream()
                .filter(block -> block.kind().hasUrl())
                .flatMap(block -> wrongUrl(block).stream())
                .findFirst()
                .orElseGet(() -> content.languages().stream()
                        .flatMap(language -> content.blocks().stream()
                                .filter(block -> block.kind() == Block.Kind.TEXT)
                                .flatMap(block -> Jsoup.parseBodyFragment(Rendering.paragraphs(block.in(language)))
                                        .select("a[href]")
                                        .eachAttr("href")
                                        .stream()))
                        .filter(url -> !isAddress(url, List.of("https", "http", "mailto", "tel")))
                        .findFirst()
                        .map(url -> Check.failed("links", "broken", url))
                        .orElse(Check.passed("links")));
    }

    private Optional<Check> wrongUrl(Block block) {
        if (block.url().isEmpty()) {
            return Optional.of(Check.failed("links", block.kind().code()));
        }
        if (block.kind() == Block.Kind.IMAGE && Picture.isOurs(block.url())) {
            return pictures.known(List.of(block.url().substring(Picture.PATH.length())))
                            .isEmpty()
                    ? Optional.of(Check.failed("links", "picture", block.url()))
                    : Optional.empty();
        }
        var allowed = block.kind() == Block.Kind.IMAGE ? List.of("https") : List.of("https", "http", "mailto", "tel");
        return isAddress(block.url(), allowed)
                ? Optional.empty()
                : Optional.of(Check.failed("links", "broken", block.url()));
    }

    private static boolean isAddress(String text, List<String> schemes) {
        try {
            var url = new URI(text);
            return url.getScheme() != null
                    && schemes.contains(url.getScheme().toLowerCase(Locale.ROOT))
                    && (url.isOpaque()
                            || (url.getHost() != null && url.getHost().contains(".")));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Looks at the mail itself: what was meant to be in it must have come through. */
    private Check footer(Content content) {
        for (var language : content.languages()) {
            var mail = rendering.template(content, language);
            var size = mail.html().getBytes(StandardCharsets.UTF_8).length;
            if (size > LARGEST) {
                return Check.failed("footer", "size", size / 1000, LARGEST / 1000);
            }
            var leads = Jsoup.parse(mail.html()).select("a[href]").eachAttr("href");
            var name = notice.inForce().controller().identity().name();
            if (!leads.contains(MergeField.WAY_OUT)
                    || !leads.contains(footers.url("/notice"))
                    || !mail.text().contains(MergeField.WAY_OUT)
                    || !mail.text().contains(name)) {
                return Check.failed("footer", "lost");
            }
        }
        return Check.passed("footer");
    }
}
