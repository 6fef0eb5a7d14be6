package fi.seloste.marketing;

import fi.seloste.staff.Public;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The way out of marketing. Programs that scan mail follow links, so a GET shows and asks; RFC 8058 lets the mail program of the reader send the POST by
 * itself, so it takes no session, no cookie and no token of a form.
 */
@Controller
@RequestMapping("/u/{token}")
class UnsubscribePages {

    private final Unsubscribing unsubscribing;
    private final TopicSource topics;

    UnsubscribePages(Unsubscribing unsubscribing, TopicSource topics) {
        this.unsubscribing = unsubscribing;
        this.topics = topics;
    }

    @GetMapping
    @Public
    UnsubscribePage ask(@PathVariable String token, Locale language) {
        return page(token, unsubscribing.find(token), language, "");
    }

    /** A company's proxy and a mail provider press for thousands of readers from one address, and a press that is refused is not made again. */
    @PostMapping
    @Public(intake = true, perSecond = 200)
    UnsubscribePage leave(@PathVariable String token, Locale language) {
        var page = page(token, unsubscribing.unsubscribe(token), language, "banned");
        return page.topic().isEmpty() ? page : page.ended();
    }

    @PostMapping("/ban")
    @Public(intake = true, perSecond = 200)
    UnsubscribePage ban(@PathVariable String token, Locale language) {
        return page(token, unsubscribing.ban(token), language, "banned");
    }

    private UnsubscribePage page(String token, Optional<Unsubscribing.Led> to, Locale language, String done) {
        return to.map(led -> new UnsubscribePage(
                        token,
                        name(led, language),
                        done.isEmpty() && unsubscribing.isBanned(led) ? "banned" : done,
                        true))
                .orElseGet(() -> UnsubscribePage.nobody(token));
    }

    private String name(Unsubscribing.Led led, Locale language) {
        return topics.find(led.topic()).map(one -> one.name().in(language)).orElse("");
    }
}
