package fi.seloste.console;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.installation.KeyCustody;
import fi.seloste.installation.Settings;
import fi.seloste.register.DomainBan;
import fi.seloste.register.NightlyComparison;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.suppression.Suppression;
import fi.seloste.ui.Errors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who must not be marketed to or collected again, in numbers, the keys that recognise them, and whether one address is among them. */
@Controller
@RequestMapping("/suppression")
@Needs(purpose = Purpose.RIGHTS)
class SuppressionPages {

    private final Suppression suppression;
    private final DomainBan firms;
    private final NightlyComparison nightly;
    private final Evidence evidence;
    private final Settings settings;
    private final Purposes purposes;

    SuppressionPages(
            Suppression suppression,
            DomainBan firms,
            NightlyComparison nightly,
            Evidence evidence,
            Settings settings,
            Purposes purposes) {
        this.suppression = suppression;
        this.firms = firms;
        this.nightly = nightly;
        this.evidence = evidence;
        this.settings = settings;
        this.purposes = purposes;
    }

    @GetMapping
    SuppressionPage show() {
        return page("", null, Errors.none());
    }

    /** By POST, since an address has no business in a log of addresses; that somebody asked is evidence, about whom is not. */
    @PostMapping
    SuppressionPage check(@RequestParam(defaultValue = "") String email, Actor actor) {
        try {
            var found = purposes.as(Purpose.RIGHTS, () -> {
                var check = firms.check(email);
                evidence.record(actor, Act.of("suppression-checked"));
                return check;
            });
            return page(email, found, Errors.none());
        } catch (Problem.Invalid problem) {
            return page(email, null, Errors.of(problem));
        }
    }

    private SuppressionPage page(String email, Suppression.@Nullable Check found, Errors errors) {
        var custody = KeyCustody.of(settings);
        var last = nightly.last().orElse(null);
        return purposes.as(
                Purpose.RIGHTS,
                () -> new SuppressionPage(
                        suppression.counts(),
                        firms.inForce(),
                        new SuppressionPage.Custody(custody.list(), custody.isEscrowConfirmed(), last),
                        new SuppressionPage.Asked(email, found),
                        errors));
    }
}
