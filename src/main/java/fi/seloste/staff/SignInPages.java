package fi.seloste.staff;

import fi.seloste.staff.SignIn.Outcome;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Signing in and out. */
@Controller
@Public
class SignInPages {

    private final SignIn signIn;
    private final Staff staff;
    private final SessionContexts sessions;
    private final Where where;
    private final List<OtherWay> others;

    SignInPages(SignIn signIn, Staff staff, SessionContexts sessions, Where where, List<OtherWay> others) {
        this.signIn = signIn;
        this.staff = staff;
        this.sessions = sessions;
        this.where = where;
        this.others = others;
    }

    @GetMapping("/sign-in")
    Reply show(@RequestParam @Nullable String next, HttpServletRequest request) {
        if (sessions.signedIn(request).isPresent()) {
            return Redirect.to(Next.of(next));
        }
        return staff.isEmpty() ? Redirect.to("/set-up") : page(Next.of(next));
    }

    @PostMapping("/sign-in")
    Reply withPassword(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var outcome = signIn.withPassword(email, password, where.from(request));
        return switch (outcome) {
            case Outcome.In in -> goIn(in, Next.of(next), request, response);
            case Outcome.Refused refused -> page(Next.of(next)).refused(email);
            case Outcome.Later later -> page(Next.of(next)).later(email, later.freeAt());
        };
    }

    @GetMapping("/sign-in/code")
    Reply askCode(@RequestParam @Nullable String next, HttpServletRequest request) {
        return waits(request) ? CodePage.empty(Next.of(next)) : Redirect.to("/sign-in");
    }

    @PostMapping("/sign-in/code")
    Reply withCode(
            @RequestParam(defaultValue = "") String code,
            @RequestParam @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = sessions.found(request).filter(f -> f.session().awaitsFactor());
        if (found.isEmpty()) {
            return Redirect.to("/sign-in");
        }
        var outcome = signIn.withFactor(found.get().session(), code, where.from(request));
        return switch (outcome) {
            case Outcome.In in -> goIn(in, Next.of(next), request, response);
            case Outcome.Refused refused -> CodePage.empty(Next.of(next)).refused();
            case Outcome.Later later -> CodePage.empty(Next.of(next)).later(later.freeAt());
        };
    }

    /** The link that the start prints. A browser or program that only looks at the head does not use it up. */
    @GetMapping("/sign-in/{secret}")
    Reply withLink(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        if (request.getMethod().equals("HEAD")) {
            return page("/");
        }
        return signIn.withLink(secret, where.from(request)) instanceof Outcome.In in
                ? goIn(in, "/", request, response)
                : page("/").spent();
    }

    @PostMapping("/sign-out")
    Redirect out(HttpServletRequest request, HttpServletResponse response) {
        sessions.signedIn(request).ifPresent(signIn::out);
        SessionCookie.remove(request, response);
        return Redirect.to("/sign-in");
    }

    private SignInPage page(String next) {
        return SignInPage.empty(next)
                .beside(others.stream().flatMap(way -> way.offered().stream()).toList());
    }

    private boolean waits(HttpServletRequest request) {
        return sessions.found(request).filter(f -> f.session().awaitsFactor()).isPresent();
    }

    static Redirect goIn(Outcome.In in, String next, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.write(request, response, in.opened().secret());
        if (in.opened().session().awaitsFactor()) {
            return Redirect.to("/sign-in/code?next=" + UriUtils.encode(next, "UTF-8"));
        }
        return Redirect.to(next);
    }
}
