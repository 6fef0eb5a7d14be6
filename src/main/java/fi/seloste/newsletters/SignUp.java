package fi.seloste.newsletters;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.Length;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody gave an address and asked for newsletters. Until whoever reads the address confirms, it is nobody's consent. */
public record SignUp(UUID id, Who who, String channel, List<UUID> wordings, Course course) {

    /** The address, as it is kept, and what else was said. The IP address is there only where a setting says that it is kept. */
    public record Who(
            String email,
            @Nullable String name,
            String language,
            @Nullable String ip) {

        public Who {
            email = EmailAddress.parse(email).value().toLowerCase(Locale.ROOT);
            name = name == null || name.isBlank() ? null : Length.NAME.checked("name", name.strip());
        }

        String canonical() {
            return EmailAddress.parse(email).canonical();
        }
    }

    /** When it was asked, until when its link opens, and when it was confirmed. */
    public record Course(
            Instant askedAt,
            @Nullable Instant expiresAt,
            @Nullable Instant confirmedAt) {}

    boolean isConfirmed() {
        return course.confirmedAt() != null;
    }

    boolean isOpenAt(Instant moment) {
        return course.expiresAt() != null && moment.isBefore(course.expiresAt());
    }
}
