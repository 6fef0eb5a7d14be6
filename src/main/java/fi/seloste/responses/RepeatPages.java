package fi.seloste.responses;

import fi.seloste.base.Problem;
import fi.seloste.marketing.Marketing;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sending again with another subject. */
@Controller
@RequestMapping("/marketing/campaigns/{id}/repeat")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class RepeatPages {

    private final Marketing marketing;
    private final Repeating repeating;
    private final Responses responses;

    RepeatPages(Marketing marketing, Repeating repeating, Responses responses) {
        this.marketing = marketing;
        this.repeating = repeating;
        this.responses = responses;
    }

    @GetMapping
    RepeatPage form(@PathVariable UUID id) {
        return page(id, Map.of(), false, Errors.none());
    }

    private RepeatPage page(UUID id, Map<String, String> subjects, boolean unknownToo, Errors errors) {
        return new RepeatPage(
                marketing.get(id),
                responses.of(id),
                repeating.hindrance(id).orElse(null),
                subjects,
                unknownToo,
                errors);
    }

    @PostMapping
    Reply again(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean unknownToo,
            @RequestParam Map<String, String> sent,
            SignedIn viewer,
            Flash flash) {
        var subjects = new LinkedHashMap<String, String>();
        marketing
                .get(id)
                .content()
                .languages()
                .forEach(language -> subjects.put(language, sent.getOrDefault("subject-" + language, "")));
        try {
            var draft = repeating.again(id, subjects, unknownToo, viewer.actor());
            flash.done("responses.repeat.made");
            return Redirect.to("/marketing/campaigns/" + draft);
        } catch (Problem.Invalid e) {
            return page(id, subjects, unknownToo, Errors.of(e));
        }
    }
}
