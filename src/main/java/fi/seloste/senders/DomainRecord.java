package fi.seloste.senders;

import java.util.List;
import java.util.Objects;

/** A record that a sender's domain must have, ready to be copied. */
public record DomainRecord(Finding.Kind kind, String name, String value) {

    /** The longest text that one string of a TXT record holds (RFC 1035). */
    private static final int STRING = 255;

    static List<DomainRecord> of(Sender sender) {
        var domain = sender.domain();
        return List.of(
                new DomainRecord(Finding.Kind.SPF, spfName(domain), spf(domain)),
                new DomainRecord(Finding.Kind.DKIM, dkimName(domain), "v=DKIM1; k=rsa; p=" + sender.publicKey()),
                new DomainRecord(Finding.Kind.DMARC, "_dmarc." + domain.name(), "v=DMARC1; p=none"));
    }

    /** SPF is asked of the domain that bounces go to (RFC 7208). */
    static String spfName(Sender.Domain domain) {
        var returnTo = domain.returnTo();
        return returnTo == null ? domain.name() : returnTo.substring(returnTo.lastIndexOf('@') + 1);
    }

    static String dkimName(Sender.Domain domain) {
        return domain.selector() + "._domainkey." + domain.name();
    }

    private static String spf(Sender.Domain domain) {
        return "v=spf1 " + Objects.requireNonNullElse(domain.spf(), "mx") + " ~all";
    }

    /** As a zone file wants it: a long text is cut into strings. */
    public String zoneLine() {
        return name + ". TXT " + quoted();
    }

    private String quoted() {
        var text = new StringBuilder();
        for (int from = 0; from < value.length(); from += STRING) {
            text.append(from == 0 ? "\"" : " \"")
                    .append(value, from, Math.min(value.length(), from + STRING))
                    .append('"');
        }
        return text.toString();
    }
}
