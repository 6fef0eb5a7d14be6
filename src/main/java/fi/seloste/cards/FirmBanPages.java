package fi.seloste.cards;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.Problem;
import fi.seloste.register.Ability;
import fi.seloste.register.DomainBan;
import fi.seloste.register.OrganisationBan;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An organisation's ban on marketing to its people, with who asked and why, and its lifting. */
@Controller
@RequestMapping("/organisations/{id}")
@Writes
class FirmBanPages {

    private final OrganisationRegister register;
    private final DomainBan bans;
    private final Purposes purposes;

    FirmBanPages(OrganisationRegister register, DomainBan bans, Purposes purposes) {
        this.register = register;
        this.bans = bans;
        this.purposes = purposes;
    }

    @GetMapping("/ban")
    FirmBanPage ask(@PathVariable OrganisationId id, Viewpoint at) {
        at.must(Ability.BAN_FIRM);
        var domain = purposes.as(at.purpose(), () -> register.get(id)).reach().domain();
        return page(at, new FirmBanForm(domain, "", ""), Errors.none());
    }

    @PostMapping("/ban")
    Reply ban(@PathVariable OrganisationId id, FirmBanForm form, Viewpoint at, Flash flash) {
        at.must(Ability.BAN_FIRM);
        try {
            var wanted = form.wanted();
            purposes.as(at.purpose(), () -> bans.ban(id, wanted, at.actor()));
            flash.done("cards.firmBan.done", wanted.domain());
            return Redirect.to(at.home());
        } catch (Problem.Invalid problem) {
            return page(at, form, Errors.of(problem));
        }
    }

    @GetMapping("/bans/{ban}/lifting")
    FirmLiftingPage askForProof(@PathVariable UUID ban, Viewpoint at) {
        at.must(Ability.LIFT_FIRM);
        return lifting(at, ban, "", Errors.none());
    }

    @PostMapping("/bans/{ban}/lifting")
    Reply lift(@PathVariable UUID ban, @RequestParam(defaultValue = "") String reason, Viewpoint at, Flash flash) {
        at.must(Ability.LIFT_FIRM);
        try {
            purposes.as(at.purpose(), () -> bans.lift(ban, reason, at.actor()));
            flash.done("cards.firmBan.lifted");
            return Redirect.to(at.home());
        } catch (Problem.Invalid problem) {
            return lifting(at, ban, reason, Errors.of(problem));
        }
    }

    private FirmBanPage page(Viewpoint at, FirmBanForm form, Errors errors) {
        var organisation = purposes.as(at.purpose(), () -> register.get(at.organisation()));
        return new FirmBanPage(at, organisation.name(), form, errors);
    }

    private FirmLiftingPage lifting(Viewpoint at, UUID id, String reason, Errors errors) {
        OrganisationBan ban = purposes.as(at.purpose(), () -> {
            register.get(at.organisation());
            return bans.get(id);
        });
        return new FirmLiftingPage(at, ban, reason, errors);
    }
}
