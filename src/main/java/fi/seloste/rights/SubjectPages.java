package fi.seloste.rights;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.doors.Guard;
import fi.seloste.staff.Public;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The person's own pages, in the order of the way: ask, prove, see, act, fetch. No account, no signature. */
@Controller
@Public
class SubjectPages {

    private final Asking asking;
    private final OwnDesk desk;
    private final Answers answers;
    private final Erasing erasing;
    private final NoticeFacts notice;
    private final fi.seloste.store.Purposes purposes;
    private final Guard guard;

    SubjectPages(
            Asking asking,
            OwnDesk desk,
            Answers answers,
            Erasing erasing,
            NoticeFacts notice,
            fi.seloste.store.Purposes purposes,
            Guard guard) {
        this.asking = asking;
        this.desk = desk;
        this.answers = answers;
        this.erasing = erasing;
        this.notice = notice;
        this.purposes = purposes;
        this.guard = guard;
    }

    @GetMapping("/privacy")
    AskPage ask(@RequestParam(required = false) @Nullable String right) {
        return new AskPage(codes(), AskForm.empty(right), Errors.none());
    }

    @PostMapping("/privacy")
    Reply ask(AskForm form, Locale language, HttpServletRequest request) {
        try {
            EmailAddress.parse(form.email());
            var right = Right.of(form.right().isEmpty() ? "access" : form.right());
            var ask = new Asking.Ask(right, form.email(), some(form.name()), some(form.words()), speech(language));
            var pass = guard.checkGently(request, AskForm.DOOR);
            return Redirect.to("/privacy/code/" + asking.ask(ask, () -> guard.spend(pass)));
        } catch (Problem.Invalid e) {
            return new AskPage(codes(), form, Errors.of(e));
        }
    }

    @GetMapping("/privacy/code/{link}")
    CodePage code(@PathVariable String link) {
        return new CodePage(link, "");
    }

    @PostMapping("/privacy/code/{link}")
    Reply code(@PathVariable String link, @RequestParam(defaultValue = "") String code) {
        var tried = asking.giveCode(link, code.replaceAll("\\s", ""));
        return tried.link() == null
                ? new CodePage(link, "rights.code." + tried.answer())
                : Redirect.to("/privacy/own/" + tried.link());
    }

    @GetMapping("/privacy/own/{link}")
    OwnPage own(@PathVariable String link, Locale language) {
        return desk.page(link, asking.open(link, "own"), Locale.of(speech(language)));
    }

    @GetMapping("/privacy/own/{link}/erasure")
    ErasurePage erasure(@PathVariable String link, Locale language) {
        var opened = asking.open(link, "own");
        var spoken = Locale.of(speech(language));
        var plan = purposes.as(fi.seloste.store.Purpose.RIGHTS, () -> erasing.plan(opened.person(), spoken));
        return new ErasurePage(link, lines(plan, notice.in(spoken)));
    }

    @PostMapping("/privacy/own/{link}/{right}")
    Reply right(@PathVariable String link, @PathVariable String right, Locale language, Flash flash) {
        var request = desk.ask(asking.open(link, "own"), Right.of(right), speech(language));
        flash.done(request.isDecided() ? "rights.own.done" : "rights.own.taken", request.number());
        return Redirect.to("/privacy/own/" + link);
    }

    @GetMapping("/privacy/own/{link}/answer/{id}")
    ResponseEntity<InputStreamResource> ownAnswer(@PathVariable String link, @PathVariable RequestId id) {
        var opened = asking.open(link, "own");
        var wanted = desk.ownAnswer(opened, id);
        return AnswersApi.zip(opened.number(), new InputStreamResource(answers.fetch(wanted)));
    }

    @GetMapping("/privacy/answer/{link}")
    AnswerPage answer(@PathVariable String link) {
        return new AnswerPage(link, asking.open(link, "answer").number(), false, "");
    }

    @PostMapping("/privacy/answer/{link}/code")
    AnswerPage sendCode(@PathVariable String link) {
        var opened = asking.open(link, "answer");
        desk.sendDownloadCode(opened);
        return new AnswerPage(link, opened.number(), true, "");
    }

    /** The file itself, or the page again with what is wrong with the code. */
    @PostMapping("/privacy/answer/{link}")
    ResponseEntity<InputStreamResource> fetch(@PathVariable String link, @RequestParam(defaultValue = "") String code) {
        var opened = asking.open(link, "answer");
        var tried = asking.tryDownload(opened.request(), code.replaceAll("\\s", ""));
        if (!tried.equals("right")) {
            throw Problem.invalid("code", "rights.code." + tried);
        }
        return AnswersApi.zip(opened.number(), new InputStreamResource(answers.fetch(opened.request())));
    }

    private static List<ErasurePage.Line> lines(List<PlanItem> plan, Told told) {
        var lines = new LinkedHashMap<String, ErasurePage.Line>();
        for (var item : plan) {
            if (item.rows() > 0) {
                boolean goes = !item.action().equals("keep-until");
                var key = told.declared(item.category()) + goes;
                var before = lines.get(key);
                var until = item.until() == null
                        ? ""
                        : item.law() == null ? item.until() : item.until() + " (" + item.law() + ")";
                lines.put(
                        key,
                        new ErasurePage.Line(
                                told.nameOf(item.category()),
                                item.rows() + (before == null ? 0 : before.rows()),
                                goes,
                                goes ? "" : until));
            }
        }
        return List.copyOf(lines.values());
    }

    private static List<String> codes() {
        return Arrays.stream(Right.values()).map(Right::code).toList();
    }

    private static String speech(Locale language) {
        return List.of("fi", "sv").contains(language.getLanguage()) ? language.getLanguage() : "en";
    }

    private static @Nullable String some(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
