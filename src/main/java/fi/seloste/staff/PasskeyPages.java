package fi.seloste.staff;

import fi.seloste.base.Problem;
import fi.seloste.staff.SignIn.Outcome;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;

/** What the script behind the passkey buttons asks for. */
@Controller
class PasskeyPages {

    private final PasskeyDesk desk;
    private final SignIn signIn;
    private final Where where;

    PasskeyPages(PasskeyDesk desk, SignIn signIn, Where where) {
        this.desk = desk;
        this.signIn = signIn;
        this.where = where;
    }

    @PostMapping(value = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    @Public
    String toSignIn(HttpServletRequest request) {
        return desk.toSignIn(where.origin(request));
    }

    @PostMapping("/sign-in/passkey")
    @ResponseBody
    @Public
    Map<String, String> signIn(@RequestBody JsonNode sent, HttpServletRequest request, HttpServletResponse response) {
        var owner = desk.owner(sent.path("credential"), where.origin(request))
                .orElseThrow(() -> Problem.invalid("credential", "staff.passkey.failed"));
        if (!(signIn.withPasskey(owner, where.from(request)) instanceof Outcome.In in)) {
            throw Problem.invalid("credential", "staff.passkey.failed");
        }
        SessionCookie.write(request, response, in.opened().secret());
        return Map.of("to", Next.of(sent.path("next").asString("/")));
    }

    @PostMapping(value = "/account/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    @Anybody
    String toRegister(SignedIn viewer, HttpServletRequest request) {
        return desk.toRegister(viewer, where.origin(request));
    }

    @PostMapping("/account/passkeys")
    @ResponseBody
    @Anybody
    Map<String, String> register(@RequestBody JsonNode sent, SignedIn viewer, HttpServletRequest request, Flash flash) {
        var label = sent.path("label").asString("").strip();
        var name = label.isEmpty() ? where.from(request).browser() : label.substring(0, Math.min(100, label.length()));
        desk.register(viewer, where.origin(request), sent.path("credential"), name);
        flash.done("staff.passkey.added", name);
        return Map.of("to", "/account");
    }

    @PostMapping("/account/passkeys/{id}/removal")
    @Anybody
    Redirect remove(@PathVariable String id, SignedIn viewer, Flash flash) {
        desk.remove(viewer, id);
        flash.done("staff.passkey.removed");
        return Redirect.to("/account");
    }
}
