package fi.seloste.register;

import fi.seloste.base.ContactPointId;
import fi.seloste.base.EmailAddress;
import fi.seloste.base.Length;
import fi.seloste.base.PhoneNumber;
import fi.seloste.base.Problem;
import fi.seloste.suppression.Fingerprint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An address, number or handle by which somebody is reached. Not unique: info@ belongs to several. */
public record ContactPoint(
        ContactPointId id,
        Kind kind,
        Usage usage,
        @Nullable String label,
        String value,
        int position,
        @Nullable LocalDate validUntil,
        @Nullable Instant bouncedAt,
        Origin origin) {

    public enum Kind {
        EMAIL,
        PHONE,
        WEBSITE,
        HANDLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String code) {
            try {
                return valueOf(code.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("kind", "register.contactPoint.kind", code);
            }
        }

        /** As it is kept, found and fingerprinted. */
        String normalised(String written) {
            return switch (this) {
                case EMAIL -> EmailAddress.parse(written).value().toLowerCase(Locale.ROOT);
                case PHONE -> PhoneNumber.parse(written).toString();
                case WEBSITE, HANDLE -> nonBlank(written);
            };
        }

        Fingerprint.Kind print() {
            return switch (this) {
                case EMAIL -> Fingerprint.Kind.EMAIL;
                case PHONE -> Fingerprint.Kind.PHONE;
                case WEBSITE, HANDLE -> Fingerprint.Kind.OTHER;
            };
        }

        private static String nonBlank(String written) {
            if (written.isBlank()) {
                throw Problem.invalid("value", "register.contactPoint.empty");
            }
            return written.strip();
        }
    }

    /** Who reads what arrives there. */
    public enum Usage {
        PERSONAL,
        ROLE,
        SHARED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Usage of(String code) {
            try {
                return valueOf(code.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("usage", "register.contactPoint.usage", code);
            }
        }
    }

    /** A contact point to be added; without a usage it is guessed (info@ is a role's). */
    public record New(
            Kind kind,
            String value,
            @Nullable String label,
            @Nullable Usage usage) {

        public New {
            Length.LINE.checked("value", value);
            if (label != null) {
                Length.WORD.checked("label", label);
            }
        }

        public static New email(String value) {
            return new New(Kind.EMAIL, value, null, null);
        }

        public static New phone(String value) {
            return new New(Kind.PHONE, value, null, null);
        }

        Usage guessedUsage() {
            if (usage != null) {
                return usage;
            }
            return kind == Kind.EMAIL && EmailAddress.parse(value).isRole() ? Usage.ROLE : Usage.PERSONAL;
        }
    }

    public boolean isCurrent(LocalDate today) {
        return validUntil == null || !validUntil.isBefore(today);
    }

    public boolean hasBounced() {
        return bouncedAt != null;
    }

    /** As people read it. */
    public String shown() {
        return kind == Kind.PHONE ? PhoneNumber.parse(value).display() : value;
    }
}
