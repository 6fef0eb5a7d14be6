package fi.seloste.cards;

import fi.seloste.base.Problem;
import fi.seloste.register.Ability;
import fi.seloste.register.ContactDetails;
import fi.seloste.register.PostalAddress;
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

/** Postal addresses: add, change, remove. */
@Controller
@RequestMapping({"/people/{id}/addresses", "/organisations/{id}/addresses"})
@Writes
class AddressPages {

    private final ContactDetails details;
    private final Purposes purposes;

    AddressPages(ContactDetails details, Purposes purposes) {
        this.details = details;
        this.purposes = purposes;
    }

    @GetMapping("/new")
    AddressPage blank(Viewpoint at) {
        at.must(Ability.EDIT);
        return new AddressPage(at, null, AddressForm.empty(), Errors.none());
    }

    @PostMapping
    Reply add(Viewpoint at, AddressForm form) {
        at.must(Ability.EDIT);
        try {
            purposes.as(at.purpose(), () -> details.addAddress(at.party(), form.lines(), form.knownFrom(), at.actor()));
            return Redirect.to(at.home());
        } catch (Problem.Invalid problem) {
            return new AddressPage(at, null, form.shown(), Errors.of(problem));
        }
    }

    @GetMapping("/{address}")
    AddressPage edit(Viewpoint at, @PathVariable UUID address) {
        at.must(Ability.EDIT);
        var there = purposes.as(at.purpose(), () -> mine(at, address));
        return new AddressPage(at, address.toString(), AddressForm.of(there).shown(), Errors.none());
    }

    @PostMapping("/{address}")
    Reply change(Viewpoint at, @PathVariable UUID address, AddressForm form) {
        at.must(Ability.EDIT);
        try {
            purposes.as(
                    at.purpose(), () -> details.changeAddress(mine(at, address).id(), form.lines(), at.actor()));
            return Redirect.to(at.home());
        } catch (Problem.Invalid problem) {
            return new AddressPage(at, address.toString(), form.shown(), Errors.of(problem));
        }
    }

    @GetMapping("/{address}/removal")
    RemovalPage beforeRemoval(Viewpoint at, @PathVariable UUID address) {
        at.must(Ability.EDIT);
        var there = purposes.as(at.purpose(), () -> mine(at, address));
        return new RemovalPage(at, "cards.address.remove", there.lines().shown(), "/addresses/" + address + "/removal");
    }

    @PostMapping("/{address}/removal")
    Reply remove(Viewpoint at, @PathVariable UUID address, Flash flash) {
        at.must(Ability.EDIT);
        purposes.as(at.purpose(), () -> details.removeAddress(mine(at, address).id(), at.actor()));
        flash.done("cards.address.removed");
        return Redirect.to(at.home());
    }

    private PostalAddress mine(Viewpoint at, UUID address) {
        return details.addressesOf(at.party()).stream()
                .filter(a -> a.id().equals(address))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("postalAddress"));
    }
}
