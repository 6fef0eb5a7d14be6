package fi.seloste.senders;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One sender: the records that its domain must have, what DNS answered, and who tells what came back. */
public record SenderPage(
        Sender sender, List<DomainRecord> records, @Nullable Pool pool, Telling telling, Errors errors)
        implements View {

    /** How a provider tells what came back: who does, at which address, and the secret where it was made just now. */
    public record Telling(
            @Nullable Hook hook, String base, @Nullable String secret) {

        /** With the secret as the password, as SNS and Postmark take it. */
        public String address() {
            var plain = base + "/" + (hook == null ? "" : hook.provider().code());
            return secret == null ? plain : plain.replaceFirst("://", "://seloste:" + secret + "@");
        }
    }

    public String url() {
        return "/senders/" + sender.id();
    }

    public @Nullable Finding finding(DomainRecord of) {
        return sender.findings().stream()
                .filter(one -> one.kind() == of.kind())
                .findFirst()
                .orElse(null);
    }

    /** A selector that is not in use, for the next key. */
    public String nextSelector() {
        var now = sender.domain().selector();
        var number = now.replaceFirst("^.*?(\\d*)$", "$1");
        var word = now.substring(0, now.length() - number.length());
        return word + (number.isEmpty() || number.length() > 8 ? 2 : Integer.parseInt(number) + 1);
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
