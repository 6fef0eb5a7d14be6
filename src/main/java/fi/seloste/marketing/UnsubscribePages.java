package fi.seloste.marketing;

import fi.seloste.base.Problem;
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
    @Public(perSecond = 20)
    UnsubscribePage ask(@PathVariable String token) {
        if (!unsubscribing.leads(token)) {
            throw Problem.notFound("wayOut");
        }
        return new UnsubscribePage(token, false);
    }

    @PostMapping
    @Public(intake = true, perSecond = 20)
    UnsubscribePage leave(@PathVariable String token) {
        unsubscribing.unsubscribe(token);
        return new UnsubscribePage(token, true);
    }
}
