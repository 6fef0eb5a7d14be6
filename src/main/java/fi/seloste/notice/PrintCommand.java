package fi.seloste.notice;

import fi.seloste.installation.Command;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code seloste notice print}: the notice in force in this data folder. */
@Component
class PrintCommand implements Command {

    private final Notice notice;

    PrintCommand(Notice notice) {
        this.notice = notice;
    }

    @Override
    public String name() {
        return "notice print";
    }

    @Override
    public int run(List<String> arguments) {
        return NoticeCommand.print(arguments, notice.edition(), NoticeCommand.terminal());
    }
}
