package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.base.ContactPointId;
import fi.seloste.base.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The door to how people and organisations are reached: addresses, numbers, handles and postal addresses. */
@Component
public class ContactDetails {

    private final ContactPoints points;
    private final PostalAddresses addresses;
    private final OrganisationBans bans;
    private final Changes changes;
    private final Parties parties;
    private final ApplicationEventPublisher events;
    private final Within within;
    private final Today today;

    ContactDetails(
            ContactPoints points,
            PostalAddresses addresses,
            OrganisationBans bans,
            Changes changes,
            Parties parties,
            ApplicationEventPublisher events,
            Within within,
            Today today) {
        this.points = points;
        this.addresses = addresses;
        this.bans = bans;
        this.changes = changes;
        this.parties = parties;
        this.events = events;
        this.within = within;
        this.today = today;
    }

    public List<ContactPoint> pointsOf(Party party) {
        within.mustSee(party);
        return points.of(party);
    }

    public List<PostalAddress> addressesOf(Party party) {
        within.mustSee(party);
        return addresses.of(party);
    }

    public ContactPoint get(ContactPointId id) {
        var held = points.find(id).orElseThrow(() -> Problem.notFound("contactpoint"));
        within.mustSee(held.party());
        return held.point();
    }

    public ContactPointId add(Party party, ContactPoint.New point, Origin origin, Actor actor) {
        within.mustChange(party);
        var by = new By(actor, today.moment(), origin.source());
        var id = addUnindexed(party, point, origin, by);
        changed(party, by, point.kind().code());
        return id;
    }

    /** Another value, label or usage; a new value starts without a bounce. */
    public void change(ContactPointId id, ContactPoint.New to, @Nullable Source source, Actor actor) {
        var held = held(id);
        var by = new By(actor, today.moment(), source);
        points.replace(held.point(), to);
        history(held, by, held.point().value(), to.kind().normalised(to.value()));
        changed(held.party(), by, to.kind().code());
    }

    /** After this day nobody is reached there; null takes it back. */
    public void endOn(ContactPointId id, @Nullable LocalDate day, Actor actor) {
        var held = held(id);
        var by = new By(actor, today.moment(), null);
        points.endOn(id, day);
        var was = held.point().validUntil();
        write(held, by, "valid-until", was == null ? null : was.toString(), day == null ? null : day.toString());
        changed(held.party(), by, held.point().kind().code());
    }

    /** A mail came back for good. */
    public void bounced(ContactPointId id) {
        held(id);
        points.bounced(id, today.moment());
    }

    /** As {@link #bounced(ContactPointId)}, wherever the address is kept; gives back in how many places it was not known yet. */
    public int bounced(String address) {
        return points.bounced(address, today.moment());
    }

    /** Somebody checked: the address works again. */
    public void worksAgain(ContactPointId id) {
        held(id);
        points.bounced(id, null);
    }

    /** The order in which they are shown and used: the first address is written to first. */
    public void order(List<ContactPointId> ids) {
        ids.forEach(this::held);
        for (int i = 0; i < ids.size(); i++) {
            points.place(ids.get(i), i);
        }
    }

    public void remove(ContactPointId id, Actor actor) {
        var held = held(id);
        var by = new By(actor, today.moment(), null);
        history(held, by, held.point().value(), null);
        points.remove(id);
        changed(held.party(), by, held.point().kind().code());
    }

    /** These and no others of a kind, in this order; what stays keeps its label and source. */
    public void replaceAll(Party party, ContactPoint.Kind kind, List<String> values, Origin origin, Actor actor) {
        within.mustChange(party);
        var wanted = values.stream().map(kind::normalised).distinct().toList();
        var there = points.of(party).stream().filter(p -> p.kind() == kind).toList();
        there.stream().filter(p -> !wanted.contains(p.value())).forEach(p -> remove(p.id(), actor));
        var known = there.stream().map(ContactPoint::value).toList();
        wanted.stream()
                .filter(value -> !known.contains(value))
                .forEach(value -> add(party, new ContactPoint.New(kind, value, null, null), origin, actor));
        order(points.of(party).stream()
                .filter(p -> wanted.contains(p.value()))
                .sorted(java.util.Comparator.comparingInt(p -> wanted.indexOf(p.value())))
                .map(ContactPoint::id)
                .toList());
    }

    public UUID addAddress(Party party, PostalAddress.Lines lines, Source source, Actor actor) {
        within.mustChange(party);
        lines.mustFit();
        var by = new By(actor, today.moment(), source);
        var id = addresses.add(party, lines, source, by.at());
        changes.write(by, new Changes.Entry(party, "postal-address", id, "postal-address", null, lines.shown()));
        changed(party, by, "postal-address");
        return id;
    }

    public void changeAddress(UUID id, PostalAddress.Lines lines, Actor actor) {
        var held = heldAddress(id);
        lines.mustFit();
        var by = new By(actor, today.moment(), null);
        addresses.change(id, lines);
        changes.write(
                by,
                new Changes.Entry(
                        held.party(),
                        "postal-address",
                        id,
                        "postal-address",
                        held.address().lines().shown(),
                        lines.shown()));
        changed(held.party(), by, "postal-address");
    }

    public void removeAddress(UUID id, Actor actor) {
        var held = heldAddress(id);
        var by = new By(actor, today.moment(), null);
        var was = held.address().lines().shown();
        changes.write(by, new Changes.Entry(held.party(), "postal-address", id, "postal-address", was, null));
        addresses.remove(id);
        changed(held.party(), by, "postal-address");
    }

    ContactPointId addUnindexed(Party party, ContactPoint.New point, Origin origin, By by) {
        var id = ContactPointId.next();
        if (!points.add(new ContactPoints.Row(id, party, point, origin, by.at()))) {
            throw Problem.notFound(party.entity());
        }
        var value = point.kind().normalised(point.value());
        changes.write(
                by,
                new Changes.Entry(
                        party, "contact-point", id.value(), point.kind().code(), null, value));
        return id;
    }

    private void history(ContactPoints.Held held, By by, @Nullable String was, @Nullable String became) {
        write(held, by, held.point().kind().code(), was, became);
    }

    private void write(ContactPoints.Held held, By by, String field, @Nullable String was, @Nullable String became) {
        changes.write(
                by,
                new Changes.Entry(
                        held.party(), "contact-point", held.point().id().value(), field, was, became));
    }

    private void changed(Party party, By by, String what) {
        parties.touch(party, by.at());
        if (party.person() != null) {
            bans.settle(List.of(party.person()), today.day());
            events.publishEvent(new Person.Changed(party.person(), Set.of(what)));
        }
    }

    /** To be changed. */
    private ContactPoints.Held held(ContactPointId id) {
        var held = points.find(id).orElseThrow(() -> Problem.notFound("contactpoint"));
        within.mustChange(held.party());
        return held;
    }

    private PostalAddresses.Held heldAddress(UUID id) {
        var held = addresses.find(id).orElseThrow(() -> Problem.notFound("postalAddress"));
        within.mustChange(held.party());
        return held;
    }
}
