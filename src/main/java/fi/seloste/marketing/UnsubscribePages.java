package fi.seloste.marketing;

import fi.seloste.staff.Public;
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

    UnsubscribePages(Unsubscribing unsubscribing) {
        this.unsubscribing = unsubscribing;
    }

    @GetMapping
    @Public
    UnsubscribePage ask(@PathVariable String token) {
        return unsubscribing.leads(token) ? UnsubscribePage.asking(token) : UnsubscribePage.nobody(token);
    }

    /** A company's proxy and a mail provider press for thousands of readers from one address, and a press that is refused is not made again. */
    @PostMapping
    @Public(intake = true, perSecond = 200)
    UnsubscribePage leave(@PathVariable String token) {
        return unsubscribing.unsubscribe(token) ? UnsubscribePage.done(token) : UnsubscribePage.nobody(token);
    }
}
