package fi.seloste.rights;

import fi.seloste.base.Worded;
import fi.seloste.register.Lamp;
import fi.seloste.register.LampSource;
import fi.seloste.register.PartialRestrictions;
import fi.seloste.register.Person;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lights the lamp of restrictions where single categories of somebody's data are only stored: whoever looks for them knows why they are not there. */
@Component
class PartialRestrictionLamp implements LampSource {

    private final PartialRestrictions partial;
    private final NoticeFacts notice;

    PartialRestrictionLamp(PartialRestrictions partial, NoticeFacts notice) {
        this.partial = partial;
        this.notice = notice;
    }

    @Override
    public @Nullable Lamp lamp(Person person) {
        if (!person.standing().isRestrictedInPart()) {
            return null;
        }
        var categories = partial.of(person.id());
        Worded names = language -> {
            var told = notice.in(language);
            return categories.stream().map(told::nameOf).distinct().collect(Collectors.joining(", "));
        };
        return categories.isEmpty()
                ? null
                : Lamp.of(Lamp.Kind.RESTRICTION, Lamp.State.REFUSED, "rights.lamp.parts", names);
    }
}
