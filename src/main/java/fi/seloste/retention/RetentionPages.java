package fi.seloste.retention;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Caller;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What falls due, who, and the holds that stop it. */
@Controller
@RequestMapping("/retention")
@Needs(purpose = Purpose.RETENTION)
class RetentionPages {

    private final RetentionDesk desk;
    private final HoldDesk holds;

    RetentionPages(RetentionDesk desk, HoldDesk holds) {
        this.desk = desk;
        this.holds = holds;
    }

    @GetMapping
    RetentionPage show(Caller caller, Locale language) {
        return desk.page(caller, language);
    }

    @GetMapping("/due/{month}")
    DuePage due(
            @PathVariable String month,
            @RequestParam(required = false) @Nullable String after,
            Caller caller,
            Locale language) {
        return desk.due(month(month), mark(after), caller, language);
    }

    @GetMapping("/hold")
    @Needs(purpose = Purpose.RETENTION, action = Action.CHANGE)
    HoldPage hold(@RequestParam(required = false) @Nullable String who, Locale language) {
        return new HoldPage(HoldForm.empty(who), desk.categories(language), Errors.none());
    }

    @PostMapping("/holds")
    @Needs(purpose = Purpose.RETENTION, action = Action.CHANGE)
    Reply hold(HoldForm form, Actor actor, Locale language, Flash flash) {
        try {
            var hold = holds.hold(form, actor);
            flash.done("retention.hold.made", hold.untilOn());
            return Redirect.to("/retention");
        } catch (Problem.Invalid problem) {
            return new HoldPage(form.shown(), desk.categories(language), Errors.of(problem));
        }
    }

    @PostMapping("/holds/{id}/end")
    @Needs(purpose = Purpose.RETENTION, action = Action.CHANGE)
    Reply lift(@PathVariable HoldId id, Actor actor, Flash flash) {
        holds.lift(id.value(), actor);
        flash.done("retention.hold.ended");
        return Redirect.to("/retention");
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Problem.notFound("month");
        }
    }

    private static @Nullable UUID mark(@Nullable String after) {
        try {
            return after == null || after.isBlank() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("after", "retention.after", after);
        }
    }
}
