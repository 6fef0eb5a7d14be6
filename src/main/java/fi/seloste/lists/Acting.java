package fi.seloste.lists;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.register.Ban;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.Ownership;
import fi.seloste.register.Register;
import fi.seloste.register.Selection;
import fi.seloste.register.Tagging;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows an act on many before it is done, and does it through the register's doors in one transaction. */
@Component
class Acting {

    private final Choosing choosing;
    private final Register register;
    private final Tagging tagging;
    private final Ownership ownership;
    private final MarketingBan bans;
    private final Staff staff;
    private final Purposes purposes;

    Acting(
            Choosing choosing,
            Register register,
            Tagging tagging,
            Ownership ownership,
            MarketingBan bans,
            Staff staff,
            Purposes purposes) {
        this.choosing = choosing;
        this.register = register;
        this.tagging = tagging;
        this.ownership = ownership;
        this.bans = bans;
        this.staff = staff;
        this.purposes = purposes;
    }

    ChosenPage preview(Wish wish, boolean all, Actor actor) {
        return page(wish, all, Errors.none(), actor);
    }

    ChosenPage again(Wish wish, Errors errors, Actor actor) {
        return page(wish, false, errors, actor);
    }

    private ChosenPage page(Wish wish, boolean all, Errors errors, Actor actor) {
        var owners = wish.act() == ChosenAct.OWNERSHIP ? owners() : List.<Option>of();
        return purposes.as(wish.purpose(), () -> {
            var whom = all ? choosing.all(wish.at(), wish.act().most(), actor) : choosing.chosen(wish, actor);
            var options = wish.act() == ChosenAct.OWNERSHIP ? owners : tags(wish);
            return new ChosenPage(
                    wish.at(), wish.purpose(), wish.act(), whom, new ChosenPage.Form(options, wish.written(), errors));
        });
    }

    private List<Option> tags(Wish wish) {
        if (wish.act() == ChosenAct.BAN) {
            return List.of();
        }
        var known = wish.at().kind() == Kind.PEOPLE ? tagging.ofPeople() : tagging.ofOrganisations();
        return known.stream().map(tag -> new Option(tag, tag)).toList();
    }

    private List<Option> owners() {
        var owners = new ArrayList<>(List.of(new Option("", "")));
        staff.accounts().stream()
                .filter(account -> !account.isDisabled())
                .forEach(account -> owners.add(new Option(account.id().toString(), account.name())));
        return owners;
    }

    /** Gives back how many it touched. */
    int act(Wish wish, Actor actor) {
        if (wish.ids().isEmpty()) {
            throw Problem.invalid("id", "lists.chosen.nobody");
        }
        var owner = wish.act() == ChosenAct.OWNERSHIP ? owner(wish.written()) : null;
        var whom = selection(wish);
        return purposes.as(wish.purpose(), () -> switch (wish.act()) {
            case TAGGING -> tagging.add(whom, wish.written(), actor);
            case UNTAGGING -> tagging.remove(whom, wish.written(), actor);
            case OWNERSHIP -> ownership.give(whom, owner, actor);
            case BAN -> ban(wish, actor);
        });
    }

    private int ban(Wish wish, Actor actor) {
        var people = wish.ids().stream().map(PersonId::new).toList();
        return bans.ban(register.visible(people), Ban.because(wish.written()), actor)
                .size();
    }

    private static Selection selection(Wish wish) {
        return wish.at().kind() == Kind.PEOPLE
                ? Selection.ofPeople(wish.ids().stream().map(PersonId::new).toList())
                : Selection.ofOrganisations(
                        wish.ids().stream().map(OrganisationId::new).toList());
    }

    /** Only somebody who works here can look after customers. */
    private @Nullable AccountId owner(String written) {
        if (written.isEmpty()) {
            return null;
        }
        return staff.accounts().stream()
                .filter(account ->
                        !account.isDisabled() && account.id().toString().equals(written))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("owner", "lists.chosen.owner.unknown"))
                .id();
    }
}
