package fi.seloste.newsletters;

import fi.seloste.base.Problem;
import fi.seloste.consents.Way;
import fi.seloste.marketing.Unsubscribing;
import fi.seloste.rights.OpenedPages;
import fi.seloste.staff.Public;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody gets and how often: reached from every message, and from the page of one's own data. */
@Controller
@Public
class PreferencesPages {

    private static final String BY_LINK = "/u/{token}/newsletters";
    private static final String OWN = "/privacy/own/{token}/newsletters";

    private final Choosing choosing;
    private final Unsubscribing unsubscribing;
    private final OpenedPages own;

    PreferencesPages(Choosing choosing, Unsubscribing unsubscribing, OpenedPages own) {
        this.choosing = choosing;
        this.unsubscribing = unsubscribing;
        this.own = own;
    }

    @GetMapping(BY_LINK)
    PreferencesPage byLink(@PathVariable String token, Locale language) {
        return choosing.page(at(BY_LINK, token), led(token, language));
    }

    @PostMapping(BY_LINK)
    Redirect byLink(@PathVariable String token, @RequestParam Map<String, String> sent, Locale language, Flash flash) {
        return choose(at(BY_LINK, token), led(token, language), sent, flash);
    }

    @PostMapping(BY_LINK + "/ban")
    Redirect banByLink(@PathVariable String token, Locale language, Flash flash) {
        return ban(at(BY_LINK, token), led(token, language), flash);
    }

    @GetMapping(OWN)
    PreferencesPage own(@PathVariable String token, Locale language) {
        return choosing.page(at(OWN, token), proven(token, language));
    }

    @PostMapping(OWN)
    Redirect own(@PathVariable String token, @RequestParam Map<String, String> sent, Locale language, Flash flash) {
        return choose(at(OWN, token), proven(token, language), sent, flash);
    }

    @PostMapping(OWN + "/ban")
    Redirect banOwn(@PathVariable String token, Locale language, Flash flash) {
        return ban(at(OWN, token), proven(token, language), flash);
    }

    /** A ban ends by the person's own wish only; here it is said by whoever proved to be the person. */
    @PostMapping(OWN + "/lifting")
    Redirect lift(@PathVariable String token, Locale language, Flash flash) {
        choosing.lift(proven(token, language));
        flash.done("newsletters.own.lifted");
        return Redirect.to(at(OWN, token));
    }

    private Redirect choose(String base, Choosing.By by, Map<String, String> sent, Flash flash) {
        var topics = new HashMap<String, String>();
        sent.forEach((field, value) -> {
            if (field.startsWith("topic.")) {
                topics.put(field.substring("topic.".length()), value);
            }
        });
        var chosen = choosing.choose(by, new Choosing.Choice(topics, sent.get("choice")));
        if (chosen.kept()) {
            flash.warn("newsletters.own.savedKept");
        } else if (chosen.asked().isEmpty()) {
            flash.done("newsletters.own.saved");
        } else {
            flash.done("newsletters.own.savedAsked", String.join(", ", chosen.asked()));
        }
        return Redirect.to(base);
    }

    private Redirect ban(String base, Choosing.By by, Flash flash) {
        choosing.ban(by);
        flash.done("newsletters.own.banned");
        return Redirect.to(base);
    }

    private Choosing.By led(String token, Locale language) {
        var led = unsubscribing.find(token).orElseThrow(() -> Problem.notFound("wayOut"));
        return new Choosing.By(led.person(), Way.LINK, false, language);
    }

    private Choosing.By proven(String token, Locale language) {
        return new Choosing.By(own.person(token), Way.OWN_PAGE, true, language);
    }

    private static String at(String pattern, String token) {
        return pattern.replace("{token}", token);
    }
}
