package fi.seloste.staff;

import fi.seloste.base.Problem;
import fi.seloste.staff.SignIn.Outcome;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing a password by a link: the first one, or a new one for a forgotten one. */
@Controller
@Public
class InvitationPages {

    private final SignIn signIn;
    private final Invitations invitations;
    private final Where where;

    InvitationPages(SignIn signIn, Invitations invitations, Where where) {
        this.signIn = signIn;
        this.invitations = invitations;
        this.where = where;
    }

    @GetMapping("/sign-in/forgotten")
    ForgottenPage askAddress() {
        return new ForgottenPage(false);
    }

    @PostMapping("/sign-in/forgotten")
    ForgottenPage send(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
        where.forLetters(request).ifPresent(origin -> invitations.forgotten(email, origin));
        return new ForgottenPage(true);
    }

    /** Mail servers open links to look at them: only the form uses this one up. */
    @GetMapping("/invitation/{secret}")
    Reply show(@PathVariable String secret) {
        return signIn.invited(secret)
                .<Reply>map(account -> new InvitationPage(account.name(), account.email(), Errors.none()))
                .orElseGet(() -> SignInPage.empty("/").spent());
    }

    @PostMapping("/invitation/{secret}")
    Reply choose(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return signIn.withNewPassword(secret, password, where.from(request)) instanceof Outcome.In in
                    ? SignInPages.goIn(in, "/", request, response)
                    : SignInPage.empty("/").spent();
        } catch (Problem.Invalid problem) {
            var account = signIn.invited(secret).orElseThrow(() -> problem);
            return new InvitationPage(account.name(), account.email(), Errors.of(problem));
        }
    }
}
