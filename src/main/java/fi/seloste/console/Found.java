package fi.seloste.console;

import fi.seloste.base.Folded;
import fi.seloste.register.OrganisationRow;
import fi.seloste.register.PersonRow;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Command;
import fi.seloste.ui.Frame;
import fi.seloste.ui.Menu;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the search box found for some words: people and organisations as the purpose sees them, commands, and pages of the menu. */
public record Found(
        String typed,
        @Nullable Purpose purpose,
        List<PersonRow> people,
        List<OrganisationRow> organisations,
        List<Command> known) {

    /** The words after a verb that is done to somebody, such as "ban ada"; empty where there is no such verb. */
    static String afterBan(String typed, String verbs) {
        var words = typed.strip().split("\\s+", 2);
        return words.length == 2 && Arrays.asList(verbs.split(",\\s*")).contains(Folded.of(words[0])) ? words[1] : "";
    }

    /** Whether the first word is the verb and the others name the people. */
    public boolean isBan(Frame ui) {
        return !afterBan(typed, ui.t("console.command.ban.words")).isEmpty();
    }

    /** Those whom the verb can still be done to. */
    public List<PersonRow> people(Frame ui) {
        return isBan(ui)
                ? people.stream()
                        .filter(person -> !person.standing().isBanned())
                        .toList()
                : people;
    }

    public List<Command> commands(Frame ui) {
        return known.stream()
                .filter(command -> ui.may(command.permission()))
                .filter(command -> matches(ui.t(command.key()) + " " + ui.t(command.key() + ".words")))
                .toList();
    }

    /** A whole word of a command was typed: then it is meant before anybody of that name. */
    public boolean isCommand(Frame ui) {
        return commands(ui).stream()
                .anyMatch(
                        command -> Arrays.asList(ui.t(command.key() + ".words").split(",\\s*"))
                                .contains(Folded.of(typed)));
    }

    public List<Menu.Line> pages(Frame ui) {
        return ui.menu().stream()
                .flatMap(group -> group.lines().stream())
                .filter(line -> matches(ui.t(line.key())))
                .toList();
    }

    public boolean isNothing(Frame ui) {
        return people(ui).isEmpty()
                && organisations.isEmpty()
                && commands(ui).isEmpty()
                && pages(ui).isEmpty();
    }

    /** Every typed word begins one of the text's. */
    private boolean matches(String text) {
        var words = Folded.of(text).split("[\\s,]+");
        return Arrays.stream(Folded.of(typed).split(" "))
                .allMatch(one -> Arrays.stream(words).anyMatch(word -> word.startsWith(one)));
    }
}
