package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Writing a campaign: its words in every language, and its pictures. */
@Controller
@RequestMapping("/marketing/campaigns/{id}/content")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class ContentPages {

    private final CampaignDesk desk;
    private final PictureDesk pictures;
    private final MergeFields fields;

    ContentPages(CampaignDesk desk, PictureDesk pictures, MergeFields fields) {
        this.desk = desk;
        this.pictures = pictures;
        this.fields = fields;
    }

    @GetMapping
    ContentPage content(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String left,
            @RequestParam(defaultValue = "") String right) {
        var campaign = desk.draft(id);
        var beside = Beside.of(campaign.content().languages(), left, right);
        return new ContentPage(campaign, campaign.content(), beside, pictures.choice(), fields.offers(), Errors.none());
    }

    @PostMapping
    Reply write(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            Actor actor,
            Flash flash) {
        var campaign = desk.draft(id);
        var beside = Beside.of(campaign.content().languages(), said(sent, "left"), said(sent, "right"));
        try {
            var form = desk.write(campaign, withPictures(sent, files, actor));
            if (form.removed().isEmpty()) {
                flash.done("marketing.content.saved");
            } else {
                flash.warn("marketing.content.removed", String.join(", ", form.removed()));
            }
            return Redirect.to("/marketing/campaigns/" + id + (form.goesOn() ? "/content" + beside.query() : ""));
        } catch (Problem.Invalid e) {
            var typed = ContentForm.typed(campaign.content(), sent);
            return new ContentPage(campaign, typed, beside, pictures.choice(), fields.offers(), Errors.of(e));
        }
    }

    /** A picture that came with the form is chosen for the block that brought it. */
    private MultiValueMap<String, String> withPictures(
            MultiValueMap<String, String> sent, MultiValueMap<String, MultipartFile> files, Actor actor) {
        var all = new LinkedMultiValueMap<>(sent);
        files.toSingleValueMap().forEach((name, file) -> {
            if (name.matches("b\\d{1,2}\\.file") && !file.isEmpty()) {
                all.set(name.replace(".file", ".picture"), brought(name, file, actor));
            }
        });
        return all;
    }

    private static String said(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "");
    }

    /** What is wrong with it is told where it was chosen. */
    private String brought(String name, MultipartFile file, Actor actor) {
        try {
            return pictures.add(file, actor).url();
        } catch (Problem.Invalid e) {
            throw e.in(name);
        }
    }
}
