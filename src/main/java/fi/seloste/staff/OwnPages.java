package fi.seloste.staff;

import fi.seloste.base.Problem;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: how one signs in, where one is signed in, language and time. */
@Controller
@RequestMapping("/account")
@Anybody
class OwnPages {

    private final OwnAccount own;
    private final List<OtherWay> others;

    OwnPages(OwnAccount own, List<OtherWay> others) {
        this.own = own;
        this.others = others;
    }

    @GetMapping
    OwnPage show(SignedIn viewer) {
        return page(viewer, Errors.none());
    }

    @PostMapping
    Reply prefer(@RequestParam String language, @RequestParam String zone, SignedIn viewer, Flash flash) {
        try {
            own.prefer(viewer, language, zone);
        } catch (Problem.Invalid problem) {
            return page(viewer, Errors.of(problem));
        }
        flash.done("staff.own.saved");
        return Redirect.to("/account");
    }

    @PostMapping("/password")
    Reply setPassword(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            SignedIn viewer,
            Flash flash) {
        try {
            own.setPassword(viewer, present, password);
        } catch (Problem.Invalid problem) {
            return page(viewer, Errors.of(problem));
        }
        flash.done("staff.own.passwordChanged");
        return Redirect.to("/account");
    }

    @GetMapping("/second-factor")
    FactorPage begin(SignedIn viewer) {
        return factorPage(viewer, Errors.none());
    }

    @PostMapping("/second-factor")
    Reply confirm(@RequestParam(defaultValue = "") String code, SignedIn viewer) {
        try {
            return new RecoveryPage(own.confirmFactor(viewer, code));
        } catch (Problem.Invalid problem) {
            return factorPage(viewer, Errors.of(problem));
        }
    }

    @PostMapping("/second-factor/codes")
    Reply newPaper(@RequestParam(defaultValue = "") String factorPresent, SignedIn viewer) {
        try {
            return new RecoveryPage(own.newPaper(viewer, factorPresent));
        } catch (Problem.Invalid problem) {
            return page(viewer, Errors.of(problem));
        }
    }

    @PostMapping("/second-factor/removal")
    Reply end(@RequestParam(defaultValue = "") String factorPresent, SignedIn viewer, Flash flash) {
        try {
            own.endFactor(viewer, factorPresent);
        } catch (Problem.Invalid problem) {
            return page(viewer, Errors.of(problem));
        }
        flash.done("staff.own.factorEnded");
        return Redirect.to("/account");
    }

    @PostMapping("/sessions/{id}/ending")
    Redirect endSession(@PathVariable UUID id, SignedIn viewer, Flash flash) {
        own.endSession(viewer, id);
        flash.done("staff.own.sessionEnded");
        return Redirect.to("/account");
    }

    @PostMapping("/sessions/ending")
    Redirect endOthers(SignedIn viewer, Flash flash) {
        own.endOtherSessions(viewer);
        flash.done("staff.own.sessionsEnded");
        return Redirect.to("/account");
    }

    private OwnPage page(SignedIn viewer, Errors errors) {
        return OwnPage.of(own.of(viewer), viewer, Zones.all(), others(viewer), errors);
    }

    private List<OwnPage.Other> others(SignedIn viewer) {
        return others.stream()
                .flatMap(way ->
                        way
                                .offered()
                                .map(one -> new OwnPage.Other(
                                        one, way.known(viewer.id()).orElse(null)))
                                .stream())
                .toList();
    }

    private FactorPage factorPage(SignedIn viewer, Errors errors) {
        var secret = own.beginFactor(viewer);
        var picture = Totp.picture(Totp.uri(secret, viewer.account().email(), "Seloste"));
        return new FactorPage(picture, secret.replaceAll("(.{4})(?=.)", "$1 "), errors);
    }
}
