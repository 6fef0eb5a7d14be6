package fi.seloste.notice;

import fi.seloste.installation.PlainCommand;
import java.util.List;

/** {@code seloste notice check FILE} and {@code notice print FILE}: they need nothing but the file. */
public final class NoticeWords implements PlainCommand {

    @Override
    public String name() {
        return "notice";
    }

    @Override
    public boolean takes(List<String> arguments) {
        return !NoticeCommand.isOfThisFolder(arguments);
    }

    @Override
    public int run(List<String> arguments) {
        return NoticeCommand.run(arguments, NoticeCommand.terminal());
    }
}
