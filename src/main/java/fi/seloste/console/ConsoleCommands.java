package fi.seloste.console;

import fi.seloste.ui.Command;
import fi.seloste.ui.Commands;
import java.util.List;
import org.springframework.stereotype.Component;

/** The commands that everybody looks for first. */
@Component
class ConsoleCommands implements Commands {

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("console.command.person", "/people/new", "user-plus", "customer:change")
                        .by("g p n")
                        .over(),
                Command.of("console.command.organisation", "/organisations/new", "building", "customer:change")
                        .by("g o n")
                        .over(),
                Command.of("console.command.import", "/imports", "upload", "customer:change")
                        .by("g i"),
                Command.of("console.command.request", "/rights/receive", "scale", "rights:change"),
                Command.of("console.command.ban", "/people?banned=false", "ban", "customer:change"));
    }
}
