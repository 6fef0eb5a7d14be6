package fi.seloste.staff;

import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One's own account. */
public record OwnPage(String name, String email, Choice choice, Ways ways, List<OpenSession> sessions, Errors errors)
        implements View {

    /** Language and time zone, chosen and to choose from. */
    public record Choice(String language, String zone, List<Option> zones) {}

    /** By what one may sign in. */
    public record Ways(boolean password, boolean factor, int leftOnPaper, List<Passkey> passkeys, List<Other> others) {}

    /** Another way to sign in, and whether it is connected with this account. */
    public record Other(OtherWay.Offer way, OtherWay.@Nullable Known known) {}

    public record Passkey(String id, String label, Instant createdAt, Instant usedAt) {}

    public record OpenSession(String id, String browser, String how, Instant createdAt, Instant seenAt, boolean here) {}

    static OwnPage of(OwnAccount.Own own, SignedIn viewer, List<Option> zones, List<Other> others, Errors errors) {
        var account = own.account();
        return new OwnPage(
                account.name(),
                account.email(),
                new Choice(account.language(), account.zone(), zones),
                new Ways(own.hasPassword(), own.factor().on(), own.factor().leftOnPaper(), passkeys(own), others),
                own.sessions().stream().map(open -> session(open, viewer)).toList(),
                errors);
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    private static List<Passkey> passkeys(OwnAccount.Own own) {
        return own.passkeys().stream()
                .map(key -> new Passkey(
                        key.getCredentialId().toBase64UrlString(),
                        labelled(key.getLabel()),
                        key.getCreated(),
                        key.getLastUsed()))
                .toList();
    }

    private static String labelled(@Nullable String label) {
        return label == null ? "" : label;
    }

    private static OpenSession session(Sessions.Open open, SignedIn viewer) {
        var session = open.session();
        return new OpenSession(
                session.sessionId().toString(),
                open.browser(),
                session.how().code(),
                session.life().createdAt(),
                session.life().seenAt(),
                session.sessionId().equals(viewer.session().sessionId()));
    }
}
