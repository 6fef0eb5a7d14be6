package fi.seloste.newsletters;

import fi.seloste.base.Length;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Newsletters for staff: see, make, settle, and who reads them. */
@Controller
@RequestMapping("/marketing/newsletters")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class TopicPages {

    private final Newsletters newsletters;
    private final Subscribing subscribing;
    private final TopicDesk desk;
    private final SubscriberFile file;

    TopicPages(Newsletters newsletters, Subscribing subscribing, TopicDesk desk, SubscriberFile file) {
        this.newsletters = newsletters;
        this.subscribing = subscribing;
        this.desk = desk;
        this.file = file;
    }

    @GetMapping
    @Needs(purpose = Purpose.MARKETING, whole = true)
    TopicListPage list() {
        return new TopicListPage(
                newsletters.all(), subscribing.counts(), !newsletters.purposes().isEmpty());
    }

    @GetMapping("/new")
    TopicFormPage fresh(SignedIn viewer) {
        return desk.form(null, null, Errors.none(), viewer.locale());
    }

    @PostMapping
    Reply make(@RequestParam MultiValueMap<String, String> sent, SignedIn viewer, Flash flash) {
        var form = TopicForm.of(sent);
        try {
            var id = newsletters.add(form.get("slug"), form.plan(), form.words(), viewer.actor());
            flash.done("newsletters.made");
            return to(id);
        } catch (Problem.Invalid e) {
            return desk.form(null, form, Errors.of(e), viewer.locale());
        }
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.MARKETING, whole = true)
    TopicPage one(@PathVariable UUID id, Listed listed, SignedIn viewer) {
        return desk.page(id, listed, Map.of(), Errors.none(), viewer);
    }

    /** Which subscribers are listed: those whom some words find, or all, from a mark on. */
    record Listed(@Nullable String q, @Nullable String after) {

        static final Listed FIRST = new Listed(null, null);

        String words() {
            return q == null ? "" : q.strip();
        }
    }

    @GetMapping("/{id}/subscribers.csv")
    @Needs(purpose = Purpose.MARKETING, action = Action.EXPORT, whole = true)
    void csv(@PathVariable UUID id, Listed listed, SignedIn viewer, HttpServletResponse response) throws IOException {
        var topic = newsletters.get(id);
        file.send(topic, Length.LINE.checked("q", listed.words()), viewer, response);
    }

    @GetMapping("/{id}/settings")
    TopicFormPage settings(@PathVariable UUID id, SignedIn viewer) {
        return desk.form(newsletters.get(id), null, Errors.none(), viewer.locale());
    }

    @PostMapping("/{id}/settings")
    Reply settle(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent, SignedIn viewer, Flash flash) {
        var form = TopicForm.of(sent);
        try {
            newsletters.change(id, form.version(), form.plan(), form.words(), viewer.actor());
            flash.done("newsletters.changed");
            return to(id);
        } catch (Problem.Invalid e) {
            return desk.form(newsletters.get(id), form, Errors.of(e), viewer.locale());
        }
    }

    /** Asks somebody by letter, whether or not we know them. */
    @PostMapping("/{id}/subscribers")
    Reply ask(@PathVariable UUID id, @RequestParam Map<String, String> sent, SignedIn viewer, Flash flash) {
        try {
            var topic = newsletters.get(id);
            var who = new SignUp.Who(
                    sent.getOrDefault("email", ""),
                    sent.get("name"),
                    topic.languageFor(sent.getOrDefault("language", "")),
                    null);
            subscribing.subscribe(topic, who, null, viewer.actor());
            flash.done("newsletters.asked", who.email());
            return to(id);
        } catch (Problem.Invalid e) {
            return desk.page(id, Listed.FIRST, sent, Errors.of(e), viewer);
        }
    }

    @PostMapping("/{id}/subscribers/{person}/end")
    Redirect end(
            @PathVariable UUID id,
            @PathVariable PersonId person,
            @RequestParam String how,
            SignedIn viewer,
            Flash flash) {
        var ended = subscribing.end(newsletters.get(id), person, desk.way(how), viewer.actor());
        if (ended) {
            flash.done("newsletters.ended");
        }
        return to(id);
    }

    private static Redirect to(UUID id) {
        return Redirect.to("/marketing/newsletters/" + id);
    }
}
