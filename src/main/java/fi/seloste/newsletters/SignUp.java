package fi.seloste.newsletters;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.Length;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
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

    /** A link: 256 bits of chance; what is kept is its print. */
    record Link(String token, byte[] print) {

        private static final SecureRandom CHANCE = new SecureRandom();

        static Link made() {
            var bytes = new byte[32];
            CHANCE.nextBytes(bytes);
            return of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }

        static Link of(String token) {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                return new Link(token, digest.digest(token.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
