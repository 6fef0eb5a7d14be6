package fi.seloste.publishing;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.Notice;
import fi.seloste.notice.Recipient;
import fi.seloste.notice.Sheet;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The draft's parts as cards, and a form for each of them. */
@Controller
@RequestMapping("/settings/notice")
@Needs(purpose = Purpose.RIGHTS)
class DraftPages {

    private final Notice notice;
    private final Drafting drafting;
    private final DraftHeads heads;
    private final Missing missing;

    DraftPages(Notice notice, Drafting drafting, DraftHeads heads, Missing missing) {
        this.notice = notice;
        this.drafting = drafting;
        this.heads = heads;
        this.missing = missing;
    }

    /** A part of the draft as a form shows it. */
    private record Opened(Draft draft, Declaration declaration) {}

    @GetMapping
    CategoriesPage categories(Locale language) {
        var opened = open();
        return CategoriesPage.of(
                heads.of(opened.draft()),
                opened.declaration(),
                missing.in(opened.declaration()),
                notice.inForce(),
                language);
    }

    /** A category that the product knows and the draft does not, as it ships. */
    @PostMapping("/categories")
    @Needs(purpose = Purpose.RIGHTS, action = Action.MANAGE)
    Reply take(@RequestParam MultiValueMap<String, String> fields, Actor actor, Flash flash) {
        var sent = new Sent(fields);
        var opened = open();
        var category = missing.in(opened.declaration()).stream()
                .filter(one -> one.id().equals(sent.text("category")))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("category"));
        drafting.change(sent.seen(), sheet -> missing.taken(sheet, category, opened.declaration()), actor);
        flash.done("publishing.kept");
        return Redirect.to("/settings/notice");
    }

    @GetMapping("/purposes")
    PurposesPage purposes(Locale language) {
        var opened = open();
        return PurposesPage.of(heads.of(opened.draft()), opened.declaration(), notice.inForce(), language);
    }

    @GetMapping("/recipients")
    RecipientsPage recipients(Locale language) {
        var opened = open();
        return RecipientsPage.of(heads.of(opened.draft()), opened.declaration(), notice.inForce(), language);
    }

    @GetMapping("/controller")
    ControllerPage controller() {
        var opened = open();
        return ControllerPage.of(heads.of(opened.draft()), opened.declaration());
    }

    @GetMapping("/texts")
    TextsPage texts(Locale language) {
        var opened = open();
        return TextsPage.of(heads.of(opened.draft()), opened.declaration(), language);
    }

    @GetMapping("/categories/{id}")
    @Needs(purpose = Purpose.RIGHTS, action = Action.MANAGE)
    CategoryPage category(
            @PathVariable String id, @RequestParam(name = "for", defaultValue = "") String purpose, Locale language) {
        var opened = open();
        var category = opened.declaration().category(id).orElseThrow(() -> Problem.notFound("category"));
        return CategoryPage.of(opened.draft(), opened.declaration(), category, purpose, language);
    }

    @PostMapping("/categories/{id}")
    @Needs(purpose = Purpose.RIGHTS, action = Action.MANAGE)
    Reply category(
            @PathVariable String id,
            @RequestParam(name = "for", defaultValue = "") String purpose,
            @RequestParam MultiValueMap<String, String> fields,
            Actor actor,
            Flash flash,
            Locale language) {
        var sent = new Sent(fields);
        var page = category(id, purpose, language);
        return keep(
                new Edit(sent, sheet -> Edits.category(sheet, page, sent), "", errors -> page.sent(sent, errors)),
                actor,
                flash);
    }

    @GetMapping("/purposes/{id}")
    @Needs(purpose = Purpose.RIGHTS, action = Action.MANAGE)
    PurposePage purpose(@PathVariable String id, Locale language) {
        var opened = open();
        var purpose = opened.declaration().purpose(id).orElseThrow(() -> Problem.notFound("purpose"));
        return PurposePage.of(opened.draft(), purpose, language);
    }

    @PostMapping("/purposes/{id}")
    @Needs(purpose = Purpose.RIGHTS, action = Action.MANAGE)
    Reply purpose(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Actor actor,
            Flash flash,
            Locale language) {
        var sent = new Sent(fields);
        var page = purpose(id, language);
        return keep(
                new Edit(
                        sent, sheet -> Edits.purpose(sheet, id, sent), "/purposes", errors -> page.wrong(sent, errors)),
                actor,
                flash);
    }

    @GetMapping({"/recipients/{id}", "/new-recipient"})
    @Needs(purpose = Purpose.RIGHTS, action = Action.MANAGE)
    RecipientPage recipient(@PathVariable Optional<String> id, Locale language) {
        var opened = open();
        return RecipientPage.of(
                opened.draft(), opened.declaration(), known(opened.declaration(), id.orElse(null)), language);
    }

    @PostMapping({"/recipients/{id}", "/new-recipient"})
    @Needs(purpose = Purpose.RIGHTS, action = Action.MANAGE)
    Reply recipient(
            @PathVariable Optional<String> id,
            @RequestParam MultiValueMap<String, String> fields,
            Actor actor,
            Flash flash,
            Locale language) {
        var sent = new Sent(fields);
        var page = recipient(id, language);
        return keep(
                new Edit(
                        sent,
                        sheet -> Edits.recipient(sheet, page, sent),
                        "/recipients",
                        errors -> page.sent(sent, errors)),
                actor,
                flash);
    }

    @PostMapping("/controller")
    @Needs(purpose = Purpose.RIGHTS, action = Action.MANAGE)
    Reply controller(@RequestParam MultiValueMap<String, String> fields, Actor actor, Flash flash, Locale language) {
        var sent = new Sent(fields);
        var opened = open();
        var languages = opened.declaration().languages();
        return keep(
                new Edit(
                        sent,
                        sheet -> Edits.controller(sheet, languages, sent),
                        "/controller",
                        errors -> ControllerPage.of(heads.of(opened.draft()), opened.declaration())
                                .sent(sent, errors)),
                actor,
                flash);
    }

    @GetMapping("/texts/{path}")
    @Needs(purpose = Purpose.RIGHTS, action = Action.MANAGE)
    TextPage text(@PathVariable String path) {
        var opened = open();
        return TextPage.of(opened.draft(), opened.declaration(), path);
    }

    @PostMapping("/texts/{path}")
    @Needs(purpose = Purpose.RIGHTS, action = Action.MANAGE)
    Reply text(
            @PathVariable String path,
            @RequestParam MultiValueMap<String, String> fields,
            Actor actor,
            Flash flash,
            Locale language) {
        var sent = new Sent(fields);
        var page = text(path);
        var back = path.startsWith("purposes.") ? "/purposes" : path.startsWith("categories.") ? "" : "/texts";
        return keep(
                new Edit(sent, sheet -> Edits.text(sheet, page, sent), back, errors -> page.sent(sent, errors)),
                actor,
                flash);
    }

    /** What a form changes, where to go then, and its page again where something is wrong. */
    private record Edit(Sent sent, UnaryOperator<Sheet> change, String back, Function<Errors, Reply> again) {}

    private Reply keep(Edit edit, Actor actor, Flash flash) {
        try {
            drafting.change(edit.sent().seen(), edit.change(), actor);
        } catch (Problem.Invalid problem) {
            return edit.again().apply(Errors.of(problem));
        }
        flash.done("publishing.kept");
        return Redirect.to("/settings/notice" + edit.back());
    }

    private Opened open() {
        var draft = drafting.draft();
        return new Opened(draft, drafting.declaration(draft));
    }

    private static @Nullable Recipient known(Declaration declaration, @Nullable String id) {
        if (id == null) {
            return null;
        }
        return Optional.ofNullable(declaration.processing().recipients().get(id))
                .orElseThrow(() -> Problem.notFound("recipient"));
    }
}
