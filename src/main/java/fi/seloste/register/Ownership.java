package fi.seloste.register;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The door to who looks after many people or organisations at once. */
@Component
public class Ownership {

    private final Selections selections;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Within within;
    private final Today today;

    Ownership(Selections selections, Evidence evidence, ApplicationEventPublisher events, Within within, Today today) {
        this.selections = selections;
        this.evidence = evidence;
        this.events = events;
        this.within = within;
        this.today = today;
    }

    /** Gives all of them to one employee, or to nobody; tells how many changed hands. The restricted are left alone, and whoever is beyond the caller’s reach. */
    public int give(Selection selection, @Nullable AccountId owner, Actor actor) {
        within.mustName(owner == null ? null : owner.toString());
        var at = today.moment();
        var touched = selections.give(within.changeable(selection), owner, at);
        if (touched.isEmpty()) {
            return 0;
        }
        var became = owner == null ? null : owner.toString();
        selections.write(new By(actor, at, null), selection.entity(), touched, PersonField.OWNER.code(), became);
        evidence.record(
                actor,
                Act.of("owner-changed")
                        .with(Map.of(
                                "entity",
                                selection.entity(),
                                "count",
                                touched.size(),
                                "owner",
                                String.valueOf(became))));
        if (selection.entity().equals("person")) {
            var fields = Set.of(PersonField.OWNER.code());
            touched.forEach(one -> events.publishEvent(new Person.Changed(new PersonId(one.id()), fields)));
        }
        return touched.size();
    }
}
