package fi.seloste.newsletters;

import fi.seloste.base.Problem;
import fi.seloste.marketing.Archive;
import fi.seloste.staff.Public;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
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

    SignUpPages(Newsletters newsletters, SigningUp signingUp, Confirming confirming, Archive archive) {
        this.newsletters = newsletters;
        this.signingUp = signingUp;
        this.confirming = confirming;
        this.archive = archive;
    }

    @GetMapping
    NewslettersPage all() {
        return all(AskForm.empty(), Errors.none());
    }

    @PostMapping
    Reply ask(AskForm form, Locale language, HttpServletRequest request) {
        try {
            signingUp.ask(form.topics(), form.who(language, request.getRemoteAddr()));
            return Redirect.to("/newsletters/asked");
        } catch (Problem.Invalid e) {
            return all(form, Errors.of(e));
        }
    }

    @GetMapping("/asked")
    AskedPage asked() {
        return new AskedPage();
    }

    @GetMapping("/{topic}")
    NewsletterPage one(@PathVariable String topic) {
        return one(topic, AskForm.empty(), Errors.none());
    }

    @PostMapping("/{topic}")
    Reply ask(@PathVariable String topic, AskForm form, Locale language, HttpServletRequest request) {
        try {
            signingUp.ask(List.of(topic), form.who(language, request.getRemoteAddr()));
            return Redirect.to("/newsletters/asked");
        } catch (Problem.Invalid e) {
            return one(topic, form, Errors.of(e));
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

    private NewsletterPage one(String slug, AskForm form, Errors errors) {
        var topic = newsletters.shown(slug);
        var issues = topic.plan().archived() ? archive.of(slug) : List.<fi.seloste.marketing.Issue>of();
        return new NewsletterPage(topic, issues, form, newsletters.controller(), errors);
    }
}
