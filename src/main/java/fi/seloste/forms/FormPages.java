package fi.seloste.forms;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
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
import org.springframework.web.multipart.MultipartFile;

/** Forms in the order of the work: see, make, settle, build, look at, publish, close. */
@Controller
@RequestMapping("/forms")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class FormPages {

    private final Forms forms;
    private final FormDesk desk;
    private final Reception reception;
    private final Files files;

    FormPages(Forms forms, FormDesk desk, Reception reception, Files files) {
        this.forms = forms;
        this.desk = desk;
        this.reception = reception;
        this.files = files;
    }

    @GetMapping
    @Needs(
            purpose = {Purpose.CUSTOMER, Purpose.MARKETING},
            whole = true)
    FormListPage list(@RequestParam(required = false) @Nullable String after, Purpose purpose) {
        return desk.list(after, purpose);
    }

    @GetMapping("/new")
    FormSettingsPage fresh(@RequestParam(defaultValue = "") String kind, SignedIn viewer) {
        var empty = SettingsForm.empty(viewer.account().language(), kind);
        return desk.settings(null, empty, Errors.none(), viewer.locale());
    }

    @PostMapping
    Reply make(SettingsForm sent, SignedIn viewer, Flash flash) {
        try {
            desk.mustLead(sent, viewer.locale());
            var id = forms.add(sent.plan(), desk.first(sent), viewer.actor());
            flash.done("forms.made");
            return Redirect.to("/forms/" + id + "/fields");
        } catch (Problem.Invalid e) {
            return desk.settings(null, sent, Errors.of(e), viewer.locale());
        }
    }

    @GetMapping("/{id}")
    @Needs(
            purpose = {Purpose.CUSTOMER, Purpose.MARKETING},
            whole = true)
    FormOverviewPage one(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            Purpose purpose,
            SignedIn viewer) {
        return desk.overview(id, after, purpose, viewer.locale());
    }

    @GetMapping("/{id}/settings")
    FormSettingsPage settings(@PathVariable UUID id, SignedIn viewer) {
        var form = forms.get(id);
        return desk.settings(form, SettingsForm.of(form), Errors.none(), viewer.locale());
    }

    @PostMapping("/{id}/settings")
    Reply settle(@PathVariable UUID id, SettingsForm sent, SignedIn viewer, Flash flash) {
        try {
            desk.settle(id, sent);
            flash.done("forms.saved");
            return to(id);
        } catch (Problem.Invalid e) {
            return desk.settings(forms.get(id), sent, Errors.of(e), viewer.locale());
        }
    }

    @GetMapping("/{id}/fields")
    FormFieldsPage fields(@PathVariable UUID id, SignedIn viewer) {
        return desk.fields(id, FormFieldsPage.Typed.NOTHING, Errors.none(), viewer.locale());
    }

    @PostMapping("/{id}/fields")
    Reply write(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent, SignedIn viewer, Flash flash) {
        try {
            boolean goesOn = desk.write(id, sent);
            flash.done("forms.saved");
            return Redirect.to("/forms/" + id + (goesOn ? "/fields" : ""));
        } catch (Problem.Invalid e) {
            var typed = new FormFieldsPage.Typed(sent.toSingleValueMap());
            return desk.fields(id, typed, Errors.of(e), viewer.locale());
        }
    }

    @GetMapping("/{id}/preview")
    FormPage preview(@PathVariable UUID id, @RequestParam(defaultValue = "") String lang) {
        var form = forms.get(id);
        var shown = reception.shown(
                form.content(), form.course().number() + 1, form.content().languageFor(lang));
        return new FormPage(form, shown, Map.of(), Errors.none(), FormPage.Look.PREVIEW, false);
    }

    @PostMapping("/{id}/file")
    Redirect file(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            Flash flash) {
        if (file == null) {
            throw Problem.invalid("file", "forms.file.missing");
        }
        files.keep(forms.get(id).id(), file, actor);
        flash.done("forms.file.kept");
        return to(id);
    }

    @PostMapping("/{id}/publication")
    Redirect publish(@PathVariable UUID id, Actor actor, Flash flash) {
        var edition = forms.publish(id, actor);
        flash.done("forms.published", edition.number());
        return to(id);
    }

    @PostMapping("/{id}/closing")
    Redirect close(@PathVariable UUID id, Actor actor, Flash flash) {
        forms.close(id, actor);
        flash.done("forms.isClosed");
        return to(id);
    }

    /** As last spring's was: named first, then looked over. */
    @PostMapping("/{id}/copy")
    Redirect copy(@PathVariable UUID id, Actor actor, Flash flash) {
        var copy = forms.copy(id, actor);
        flash.done("forms.copied");
        return Redirect.to("/forms/" + copy + "/settings");
    }

    @PostMapping("/{id}/removal")
    Redirect remove(@PathVariable UUID id, Flash flash) {
        forms.remove(id);
        flash.done("forms.removed");
        return Redirect.to("/forms");
    }

    private static Redirect to(UUID id) {
        return Redirect.to("/forms/" + id);
    }
}
