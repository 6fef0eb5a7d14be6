package fi.seloste.marketing;

import fi.seloste.base.Sentence;
import fi.seloste.installation.Settings;
import fi.seloste.notice.Notice;
import fi.seloste.store.PublicAddress;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes the footers. Act on Electronic Communications Services (917/2014) 200 and 202 and Art. 13: who sends, and an easy and free way to ban. */
@Component
class Footers {

    private final Notice notice;
    private final Settings settings;
    private final PublicAddress house;

    Footers(Notice notice, Settings settings, PublicAddress house) {
        this.notice = notice;
        this.settings = settings;
        this.house = house;
    }

    /** An address of this house as readers of mail reach it. */
    String url(String path) {
        return house.of(path);
    }

    /** Who sends, as it stands above every message. */
    String name() {
        return notice.inForce().controller().identity().name();
    }

    /** Whether readers anywhere can follow such an address; on this machine alone it leads nowhere for them. */
    boolean isReachable() {
        var base = settings.baseUrl();
        return base != null && "https".equals(base.getScheme());
    }

    Footer of(Content content, String language) {
        var spoken = Locale.of(language);
        var why = content.why(language);
        return new Footer(html(why, spoken), text(why, spoken));
    }

    private String html(String why, Locale language) {
        return "<p>" + Rendering.quoted(say("why", language, why)) + "</p><p>" + Rendering.quoted(sender(language))
                + "</p><p>"
                + link(MergeField.WAY_OUT, say("ban", language)) + " "
                + link(url("/notice"), say("notice", language))
                + " " + link(url("/privacy"), say("own", language)) + "</p>";
    }

    private static String link(String url, String words) {
        return "<a href=\"%s\" style=\"color:#55606f;display:inline-block;margin:0 18px 6px 0\">%s</a>"
                .formatted(url, Rendering.quoted(words));
    }

    private String text(String why, Locale language) {
        return Stream.of(
                        say("why", language, why),
                        sender(language),
                        say("ban", language) + ": " + MergeField.WAY_OUT,
                        say("notice", language) + ": " + url("/notice"),
                        say("own", language) + ": " + url("/privacy"))
                .collect(Collectors.joining("\n"));
    }

    private String sender(Locale language) {
        var controller = notice.inForce().controller();
        return say(
                "from",
                language,
                Stream.of(
                                controller.identity().name(),
                                controller.reach().address(),
                                controller.reach().email())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")));
    }

    private static String say(String key, Locale language, Object... words) {
        return Sentence.of("marketing.mail." + key, words).in(language);
    }
}
