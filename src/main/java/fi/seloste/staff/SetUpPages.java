package fi.seloste.staff;

import fi.seloste.base.Problem;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Setting the house up, by whoever sits at the machine or reads its console. */
@Controller
@Public
class SetUpPages {

    private final SetUp setUp;
    private final Where where;

    SetUpPages(SetUp setUp, Where where) {
        this.setUp = setUp;
        this.where = where;
    }

    @GetMapping("/set-up")
    Reply show(@RequestParam(defaultValue = "") String code, HttpServletRequest request, Locale locale) {
        if (!setUp.isOpen()) {
            return Redirect.to("/sign-in");
        }
        var form = SetUpForm.empty(locale.getLanguage(), code);
        boolean may = mayBegin(code, request);
        return new SetUpPage(form, may, may || code.isBlank() ? Errors.none() : wrongCode());
    }

    @PostMapping("/set-up")
    Reply run(SetUpForm form, HttpServletRequest request, HttpServletResponse response) {
        if (!setUp.isOpen()) {
            return Redirect.to("/sign-in");
        }
        if (!mayBegin(form.code(), request)) {
            return new SetUpPage(form, false, wrongCode());
        }
        try {
            var opened = setUp.run(form, where.from(request).browser());
            SessionCookie.write(request, response, opened.secret());
            return Redirect.to("/");
        } catch (Problem.Invalid problem) {
            return new SetUpPage(form, true, Errors.of(problem));
        }
    }

    private boolean mayBegin(String code, HttpServletRequest request) {
        return where.isHere(request) || (!code.isBlank() && setUp.isCode(code, request.getRemoteAddr()));
    }

    private static Errors wrongCode() {
        return Errors.of(Problem.invalid("code", "staff.setUp.code.wrong"));
    }
}
