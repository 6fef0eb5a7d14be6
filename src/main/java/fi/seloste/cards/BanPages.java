package fi.seloste.cards;

import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.register.Ability;
import fi.seloste.register.Ban;
import fi.seloste.register.ContactDetails;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.Register;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A ban on marketing with its reason, and its lifting with a proof. */
@Controller
@RequestMapping("/people/{id}")
@Writes
class BanPages {

    private final Register register;
    private final MarketingBan bans;
    private final ContactDetails details;
    private final PersonDesk desk;
    private final Purposes purposes;

    BanPages(Register register, MarketingBan bans, ContactDetails details, PersonDesk desk, Purposes purposes) {
        this.register = register;
        this.bans = bans;
        this.details = details;
        this.desk = desk;
        this.purposes = purposes;
    }

    @GetMapping("/ban")
    BanPage ask(@PathVariable PersonId id, Viewpoint at) {
        at.must(Ability.BAN);
        return page(at, "", Errors.none());
    }

    @PostMapping("/ban")
    Reply ban(
            @PathVariable PersonId id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean sharedToo,
            Viewpoint at,
            Flash flash) {
        at.must(Ability.BAN);
        try {
            var ban = new Ban(reason, sharedToo, null);
            var seen = purposes.as(at.purpose(), () -> {
                register.get(id);
                bans.ban(id, ban, at.actor());
                return desk.sees(at.party());
            });
            flash.done("cards.ban.done");
            return Redirect.to(seen ? at.home() : "/");
        } catch (Problem.Invalid problem) {
            return page(at, reason, Errors.of(problem));
        }
    }

    @GetMapping("/lifting")
    LiftingPage askForProof(@PathVariable PersonId id, Viewpoint at) {
        at.must(Ability.LIFT);
        return lifting(at, LiftingForm.empty(), Errors.none());
    }

    @PostMapping("/lifting")
    Reply lift(@PathVariable PersonId id, LiftingForm form, Viewpoint at, Flash flash) {
        at.must(Ability.LIFT);
        try {
            var wish = form.wish();
            purposes.as(at.purpose(), () -> {
                register.get(id);
                bans.lift(id, wish, at.actor());
            });
            flash.done("cards.ban.lifted");
            return Redirect.to(at.home());
        } catch (Problem.Invalid problem) {
            return lifting(at, form, Errors.of(problem));
        }
    }

    private BanPage page(Viewpoint at, String reason, Errors errors) {
        return purposes.as(at.purpose(), () -> {
            var person = register.get(at.person());
            var shared = details.pointsOf(at.party()).stream()
                    .filter(p -> p.usage() != ContactPoint.Usage.PERSONAL)
                    .map(ContactPoint::shown)
                    .toList();
            return new BanPage(at, person.name().shown(), shared, reason, errors);
        });
    }

    private LiftingPage lifting(Viewpoint at, LiftingForm form, Errors errors) {
        var person = purposes.as(at.purpose(), () -> register.get(at.person()));
        return new LiftingPage(at, person.name().shown(), form, errors);
    }
}
