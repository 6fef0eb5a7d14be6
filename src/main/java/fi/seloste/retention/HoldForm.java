package fi.seloste.retention;

import fi.seloste.base.Day;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a form sends to make a hold: whom it is about as people copy it (the address of a page, an e-mail address), or a category. */
public record HoldForm(
        @Nullable String who,
        @Nullable String category,
        @Nullable String reason,
        @Nullable String until) {

    private static final Pattern PAGE =
            Pattern.compile("(people|organisations)/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})");

    static HoldForm empty(@Nullable String who) {
        return new HoldForm(text(who), "", "", "");
    }

    public HoldForm shown() {
        return new HoldForm(text(who), text(category), text(reason), text(until));
    }

    boolean isEmail() {
        return text(who).contains("@");
    }

    String email() {
        return text(who);
    }

    /** Without an e-mail address, which must be looked up. */
    Hold.Target target() {
        if (text(who).isEmpty() == text(category).isEmpty()) {
            throw Problem.invalid("who", "retention.hold.one");
        }
        return text(who).isEmpty() ? Hold.Target.ofCategory(text(category)) : page();
    }

    private Hold.Target page() {
        var found = PAGE.matcher(text(who));
        if (!found.find()) {
            throw Problem.invalid("who", "retention.hold.who", text(who));
        }
        var id = UUID.fromString(found.group(2));
        return found.group(1).equals("people")
                ? Hold.Target.of(new PersonId(id))
                : Hold.Target.of(new OrganisationId(id));
    }

    @Nullable
    LocalDate day() {
        return text(until).isEmpty() ? null : Day.parse("until", text(until));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
