package fi.seloste.register;

import fi.seloste.register.Lamp.Kind;
import fi.seloste.register.Lamp.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lights the permission strip: permissions are seen before anybody acts. */
@Component
class Strip {

    private static final String HISTORY = "register.change";
    private static final String FIRMS = "register.organisation_ban";

    private final Changes changes;
    private final OrganisationBans firms;
    private final Readable readable;
    private final Today today;
    private final ObjectProvider<LampSource> sources;

    Strip(Changes changes, OrganisationBans firms, Readable readable, Today today, ObjectProvider<LampSource> sources) {
        this.changes = changes;
        this.firms = firms;
        this.readable = readable;
        this.today = today;
        this.sources = sources;
    }

    List<Lamp> of(Person person) {
        var lamps = new ArrayList<>(List.of(
                marketing(person),
                Lamp.of(Kind.TRACKING, State.NEEDS_BASIS, "register.lamp.tracking.unknown"),
                phone(person),
                Lamp.of(Kind.REFERENCE, State.NEEDS_BASIS, "register.lamp.reference.none"),
                restriction(person)));
        var told = new ArrayList<Lamp>();
        sources.orderedStream().forEach(source -> {
            var lamp = source.lamp(person);
            if (lamp != null) {
                told.add(lamp);
            }
        });
        return strictest(lamps, told);
    }

    /** What a module tells replaces our ignorance, and never a refusal of ours. */
    static List<Lamp> strictest(List<Lamp> ours, List<Lamp> told) {
        Map<Kind, Lamp> shown = new LinkedHashMap<>();
        ours.forEach(lamp -> shown.put(lamp.kind(), lamp));
        told.stream()
                .sorted(Comparator.comparing(Lamp::state))
                .filter(lamp ->
                        shown.get(lamp.kind()) == null || shown.get(lamp.kind()).state() != State.REFUSED)
                .forEach(lamp -> shown.put(lamp.kind(), lamp));
        return List.copyOf(shown.values());
    }

    private Lamp marketing(Person person) {
        if (person.standing().isBannedInPerson()) {
            return banned(person);
        }
        if (person.standing().isBannedByOrganisation()) {
            return bannedByOrganisation(person);
        }
        if (person.standing().isUninformed()) {
            var by = person.informing().by();
            return Lamp.of(Kind.MARKETING, State.REFUSED, "register.lamp.marketing.uninformed", by == null ? "" : by);
        }
        return Lamp.of(Kind.MARKETING, State.NEEDS_BASIS, "register.lamp.marketing.needsBasis");
    }

    private Lamp banned(Person person) {
        if (readable.of(List.of(HISTORY)).isEmpty()) {
            return Lamp.of(Kind.MARKETING, State.REFUSED, "register.lamp.marketing.banned");
        }
        return changes.newest(Party.of(person.id()), "marketing-ban")
                .map(change -> Lamp.of(
                        Kind.MARKETING,
                        State.REFUSED,
                        "register.lamp.marketing.bannedBy",
                        change.newValue() == null ? "" : change.newValue(),
                        change.at(),
                        change.actorName()))
                .orElse(Lamp.of(Kind.MARKETING, State.REFUSED, "register.lamp.marketing.banned"));
    }

    private Lamp bannedByOrganisation(Person person) {
        if (readable.of(List.of(FIRMS)).isEmpty()) {
            return Lamp.of(Kind.MARKETING, State.REFUSED, "register.lamp.marketing.banned");
        }
        return firms.covering(person.id()).stream()
                .findFirst()
                .map(ban -> Lamp.of(
                        Kind.MARKETING,
                        State.REFUSED,
                        "register.lamp.marketing.bannedByFirm",
                        ban.firm() == null ? ban.domain() : ban.firm().name(),
                        today.dayOf(ban.since()),
                        ban.domain()))
                .orElse(Lamp.of(Kind.MARKETING, State.REFUSED, "register.lamp.marketing.banned"));
    }

    /** A ban on direct marketing holds for every channel, the telephone too. */
    private static Lamp phone(Person person) {
        return person.standing().isBanned()
                ? Lamp.of(Kind.PHONE, State.REFUSED, "register.lamp.phone.banned")
                : Lamp.of(Kind.PHONE, State.ALLOWED, "register.lamp.phone.allowed");
    }

    private static Lamp restriction(Person person) {
        return person.standing().isRestricted()
                ? Lamp.of(Kind.RESTRICTION, State.REFUSED, "register.lamp.restriction.locked")
                : Lamp.of(Kind.RESTRICTION, State.ALLOWED, "register.lamp.restriction.none");
    }
}
