package fi.seloste.register;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.Problem;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation asked that nobody at its domain be marketed to. It covers whoever is reached there, now and later, and is a cause of its
 * own: it neither weakens nor lifts what a person said in person.
 */
public record OrganisationBan(
        UUID id,
        @Nullable Firm firm,
        String domain,
        Instant since,
        String reason,
        String askedBy,
        String madeBy,
        @Nullable End end) {

    /** Addresses that anybody may have: no organisation speaks for them. */
    private static final Set<String> PROVIDERS = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "hotmail.fi",
            "live.com",
            "live.fi",
            "msn.com",
            "yahoo.com",
            "icloud.com",
            "me.com",
            "proton.me",
            "protonmail.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "aol.com",
            "mail.ru",
            "kolumbus.fi",
            "luukku.com",
            "elisanet.fi",
            "saunalahti.fi",
            "welho.com",
            "netti.fi",
            "pp.inet.fi");

    /** Who asked, as far as the register still knows the organisation. */
    public record Firm(OrganisationId id, String name) {}

    /** Since when it holds no more, who ended it, and what proves that the organisation wants so. */
    public record End(
            Instant at, @Nullable String by, @Nullable String proof) {}

    /** What is asked for: the domain, why, and who asked on the organisation's behalf. */
    public record Wanted(String domain, String reason, String askedBy) {

        public Wanted {
            domain = domainOf(domain);
            reason = reason.strip();
            askedBy = askedBy.strip();
            if (reason.isEmpty()) {
                throw Problem.invalid("reason", "register.ban.reasonMissing");
            }
            if (askedBy.isEmpty()) {
                throw Problem.invalid("askedBy", "register.organisationBan.askerMissing");
            }
        }
    }

    public boolean isInForce() {
        return end == null;
    }

    /** As the addresses at it are kept: without a sign before it, in lower case and in ASCII. */
    static String domainOf(String written) {
        var bare = written.strip().replaceFirst("^.*@", "");
        if (bare.isEmpty()) {
            throw Problem.invalid("domain", "register.organisationBan.domainMissing");
        }
        String domain;
        try {
            domain = EmailAddress.parse("someone@" + bare).domain();
        } catch (Problem.Invalid e) {
            throw Problem.invalid("domain", "register.organisationBan.domain", written.strip());
        }
        if (PROVIDERS.contains(domain)) {
            throw Problem.invalid("domain", "register.organisationBan.provider", domain);
        }
        return domain;
    }

    /** A ban was made; what follows is told by its id. */
    public record Made(UUID ban) {}

    /** A ban was lifted. */
    public record Lifted(UUID ban) {}
}
