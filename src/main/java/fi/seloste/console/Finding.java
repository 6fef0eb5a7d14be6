package fi.seloste.console;

import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.Register;
import fi.seloste.register.Sight;
import fi.seloste.staff.Action;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Command;
import fi.seloste.ui.Commands;
import fi.seloste.ui.Texts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks for words in the viewer's purpose, one statement for people and one for organisations. Whoever is shown was consulted. */
@Component
class Finding {

    private static final int LONGEST = 200;

    /** In which purpose one looks who named none: the first of these that the viewer holds. */
    private static final List<Purpose> USUAL = List.of(
            Purpose.CUSTOMER,
            Purpose.SUPPORT,
            Purpose.MARKETING,
            Purpose.CONTRACTS,
            Purpose.BILLING,
            Purpose.CLAIMS,
            Purpose.REFERENCES);

    private final Register register;
    private final OrganisationRegister organisations;
    private final Sight sight;
    private final Purposes purposes;
    private final Texts texts;
    private final ObjectProvider<Commands> commands;

    Finding(
            Register register,
            OrganisationRegister organisations,
            Sight sight,
            Purposes purposes,
            Texts texts,
            ObjectProvider<Commands> commands) {
        this.register = register;
        this.organisations = organisations;
        this.sight = sight;
        this.purposes = purposes;
        this.texts = texts;
        this.commands = commands;
    }

    /** What somebody typed, in which language, and the purpose that the page they are on reads in, if it said so. */
    record Asked(String typed, String as, Locale locale, int most) {

        Asked {
            typed = typed.strip();
            typed = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        }
    }

    Found of(Asked asked, SignedIn viewer) {
        var purpose = purpose(asked.as(), viewer);
        var after = Found.afterBan(asked.typed(), texts.say(asked.locale(), "console.command.ban.words"));
        var words = after.isEmpty() ? asked.typed() : after;
        if (purpose == null || words.isEmpty()) {
            return new Found(asked.typed(), purpose, List.of(), List.of(), known());
        }
        return purposes.as(purpose, () -> {
            var sees = !sight.ofPeople(List.of(purpose)).isEmpty();
            return new Found(
                    asked.typed(),
                    purpose,
                    sees ? register.find(words, asked.most(), Evidence.How.LIST, viewer.actor()) : List.of(),
                    sees && after.isEmpty() ? organisations.find(words, asked.most()) : List.of(),
                    known());
        });
    }

    private List<Command> known() {
        return commands.orderedStream()
                .flatMap(more -> more.commands().stream())
                .toList();
    }

    private static @Nullable Purpose purpose(String as, SignedIn viewer) {
        var wanted = as.isBlank()
                ? USUAL
                : Purpose.ofStaff().stream()
                        .filter(purpose -> purpose.code().equals(as.strip()))
                        .toList();
        var held = wanted.stream()
                .filter(purpose -> viewer.permissions().may(purpose, Action.SEE))
                .findFirst();
        if (held.isEmpty() && !as.isBlank()) {
            throw Problem.notAllowed("staff.refused.permission", as, Action.SEE.code());
        }
        return held.orElse(null);
    }
}
