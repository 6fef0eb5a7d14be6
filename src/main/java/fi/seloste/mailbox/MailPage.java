package fi.seloste.mailbox;

import fi.seloste.store.SettingLine;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways of mail: how letters go out and how messages come in, each value with where it came from. */
public record MailPage(List<Group> groups, @Nullable Last last, boolean set, Errors errors) implements View {

    /** {@code last} is how the last look into a mailbox of its own went. */
    public record Group(
            String code, List<SettingLine> lines, @Nullable Last last) {}

    /** How the last look into the mailbox went. */
    public record Last(Instant at, int taken, @Nullable String trouble) {}

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
