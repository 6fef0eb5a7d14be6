package fi.seloste.senders;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In whose name mail to many leaves, how it is signed, and what was found in the records of its domain. */
public record Sender(UUID id, int version, Wish wish, String publicKey, Instant madeAt, List<Finding> findings) {

    private static final String LABELS = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*";

    /** What somebody decides of it. */
    public record Wish(Face face, Domain domain, @Nullable UUID pool) {

        /** By the house's own mail server. */
        public Wish(Face face, Domain domain) {
            this(face, domain, null);
        }
    }

    /** Whom readers take it to be from, and where an answer goes. */
    public record Face(
            String name, String address, @Nullable String replyTo) {

        public Face {
            name = Length.NAME.checked("name", name.strip());
            if (name.isEmpty()) {
                throw Problem.invalid("name", "senders.nameless");
            }
            if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
                throw Problem.invalid("name", "senders.oneLine");
            }
            address = checked("address", address);
            replyTo = replyTo == null || replyTo.isBlank() ? null : checked("replyTo", replyTo);
        }
    }

    /**
     * The domain that answers for the mail: messages are signed for it under a selector, and bounces come back to an address of it. What
     * {@code spf} names must stand in its SPF record. A sender of another domain than the reader sees is taken for a forger (DMARC, alignment).
     */
    public record Domain(
            String name,
            String selector,
            @Nullable String returnTo,
            @Nullable String spf) {

        public Domain {
            name = label("domain", name);
            selector = label("selector", selector);
            returnTo = returnTo == null || returnTo.isBlank() ? null : checked("returnTo", returnTo);
            spf = spf == null || spf.isBlank()
                    ? null
                    : Length.NAME.checked("spf", spf.strip().toLowerCase(Locale.ROOT));
            if (spf != null && !spf.matches("[+]?(include|ip4|ip6|a|mx|exists|redirect)([:=/][a-z0-9.:/_%{}-]+)?")) {
                throw Problem.invalid("spf", "senders.spf.odd", spf);
            }
            if (returnTo != null && !isOf(returnTo, name)) {
                throw Problem.invalid("returnTo", "senders.returnTo.elsewhere", name);
            }
            if (returnTo != null && EmailAddress.parse(returnTo).local().length() > 64 - ReturnToken.LENGTH - 1) {
                throw Problem.invalid("returnTo", "senders.returnTo.long", 64 - ReturnToken.LENGTH - 1);
            }
        }

        boolean isOf(Face face) {
            return isOf(face.address(), name);
        }

        private static boolean isOf(String address, String domain) {
            var own = EmailAddress.parse(address).domain();
            return own.equals(domain) || own.endsWith("." + domain);
        }

        private static String label(String field, String text) {
            var label = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
            if (label.length() > 200 || !label.matches(LABELS) || (field.equals("domain") && !label.contains("."))) {
                throw Problem.invalid(field, "senders." + field + ".odd", text.strip());
            }
            return label;
        }
    }

    public Face face() {
        return wish.face();
    }

    public Domain domain() {
        return wish.domain();
    }

    /** By which servers it leaves; by the house's own where none are chosen. */
    public @Nullable UUID pool() {
        return wish.pool();
    }

    /** Whether the records of the domain say all that readers' servers ask. */
    public boolean isReady() {
        return findings.size() == Finding.Kind.values().length
                && findings.stream().allMatch(Finding::passed);
    }

    /** Of the records that are wrong the first; null where none is. */
    public @Nullable Finding wrong() {
        return findings.stream().filter(one -> !one.passed()).findFirst().orElse(null);
    }

    private static String checked(String field, String address) {
        try {
            return EmailAddress.parse(address).value();
        } catch (Problem.Invalid problem) {
            throw problem.in(field);
        }
    }
}
