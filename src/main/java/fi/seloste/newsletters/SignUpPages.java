package fi.seloste.newsletters;

import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.doors.Guard;
import fi.seloste.marketing.Archive;
import fi.seloste.staff.Public;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages by which people come to newsletters, in the order of the way: see, ask, confirm. No account is needed. */
@Controller
@Public
@RequestMapping("/newsletters")
class SignUpPages {

    private final Newsletters newsletters;
    private final SigningUp signingUp;
    private final Confirming confirming;
    private final Archive archive;
    private final Guard guard;

    SignUpPages(Newsletters newsletters, SigningUp signingUp, Confirming confirming, Archive archive, Guard guard) {
        this.newsletters = newsletters;
        this.signingUp = signingUp;
        this.confirming = confirming;
        this.archive = archive;
        this.guard = guard;
    }

    @GetMapping
    NewslettersPage all() {
        return all(AskForm.empty(), Errors.none());
    }

    @PostMapping
    Reply ask(AskForm form, Locale language, HttpServletRequest request) {
        try {
            return asked(form.topics(), form, language, request);
        } catch (Problem.Invalid e) {
            return all(form, Errors.of(e));
        }
    }

    /** The guard is asked when the address is right, so that nobody waits for its sake and then reads of a missing sign. */
    private Redirect asked(List<String> topics, AskForm form, Locale language, HttpServletRequest request) {
        var who = form.who(language, request.getRemoteAddr());
        var pass = guard.check(request, AskForm.DOOR);
        signingUp.ask(topics, who, () -> guard.spend(pass));
        return Redirect.to("/newsletters/asked");
    }

    @GetMapping("/asked")
    AskedPage asked() {
        return new AskedPage();
    }

    @GetMapping("/{topic}")
    NewsletterPage one(@PathVariable String topic, @RequestParam(required = false) @Nullable String after) {
        return one(topic, after, AskForm.empty(), Errors.none());
    }

    @PostMapping("/{topic}")
    Reply ask(@PathVariable String topic, AskForm form, Locale language, HttpServletRequest request) {
        try {
            return asked(List.of(topic), form, language, request);
        } catch (Problem.Invalid e) {
            return one(topic, null, form, Errors.of(e));
        }
    }

    @GetMapping("/confirm/{token}")
    ConfirmPage confirm(@PathVariable String token) {
        return new ConfirmPage(token, confirming.look(token));
    }

    @PostMapping("/confirm/{token}")
    ConfirmPage confirm(@PathVariable String token, @RequestParam(defaultValue = "false") boolean lifting) {
        return new ConfirmPage(token, confirming.confirm(token, lifting));
    }

    private NewslettersPage all(AskForm form, Errors errors) {
        return new NewslettersPage(newsletters.open(), form, newsletters.controller(), errors);
    }

    private NewsletterPage one(String slug, @Nullable String after, AskForm form, Errors errors) {
        var topic = newsletters.shown(slug);
        var issues = topic.plan().archived()
                ? archive.of(slug, Paging.of(null, after))
                : Paged.whole(List.<fi.seloste.marketing.Issue>of());
        return new NewsletterPage(topic, issues, form, newsletters.controller(), errors);
    }
}
