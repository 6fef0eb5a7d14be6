package fi.seloste.staff;

import fi.seloste.installation.PlainCommand;
import fi.seloste.installation.Trouble;
import java.util.List;

/** {@code seloste token} written wrongly is refused at once, before a house is built for it or a data folder made. */
public final class TokenWords implements PlainCommand {

    @Override
    public String name() {
        return "token";
    }

    @Override
    public boolean takes(List<String> arguments) {
        try {
            TokenCommand.asked(arguments);
            return false;
        } catch (Trouble wrong) {
            return true;
        }
    }

    @Override
    public int run(List<String> arguments) {
        TokenCommand.asked(arguments);
        return 0;
    }
}
