package fi.seloste.senders;

import fi.seloste.base.Ids;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the form of a sender sends, and the API. Without a domain it is that of the address. */
public record SenderForm(
        @Nullable String name,
        @Nullable String address,
        @Nullable String replyTo,
        @Nullable String domain,
        @Nullable String selector,
        @Nullable String returnTo,
        @Nullable String spf,
        @Nullable String pool,
        @Nullable String privateKey,
        @Nullable Integer version) {

    private static final String SELECTOR = "seloste";

    static SenderForm empty() {
        return new SenderForm("", "", "", "", SELECTOR, "", "", "", "", null);
    }

    static SenderForm of(Sender one) {
        var face = one.face();
        var domain = one.domain();
        return new SenderForm(
                face.name(),
                face.address(),
                face.replyTo(),
                domain.name(),
                domain.selector(),
                domain.returnTo(),
                domain.spf(),
                one.pool() == null ? "" : one.pool().toString(),
                "",
                one.version());
    }

    Sender.Wish wish() {
        var face = new Sender.Face(shown(name), shown(address), replyTo);
        var own = face.address().substring(face.address().lastIndexOf('@') + 1);
        return new Sender.Wish(
                face,
                new Sender.Domain(
                        shown(domain).isBlank() ? own : shown(domain),
                        shown(selector).isBlank() ? SELECTOR : shown(selector),
                        returnTo,
                        spf),
                shown(pool).isEmpty() ? null : Ids.parse("pool", shown(pool)));
    }

    int seen() {
        return version == null ? 0 : version;
    }

    /** As it is shown again: nothing is missing. */
    public String shown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
