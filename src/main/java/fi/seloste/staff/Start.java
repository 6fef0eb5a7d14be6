package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.installation.FirstSignIn;
import fi.seloste.installation.Settings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way in that the start prints: a link into the demonstration, or the set-up of a new house. */
@Component
class Start implements FirstSignIn {

    private static final Actor START = Actor.system("start");
    private static final String DEMO = "Demo";
    private static final Duration DEMO_TOKEN = Duration.ofDays(30);

    private final Settings settings;
    private final Staff staff;
    private final SetUp setUp;
    private final ApiTokens tokens;
    private final Ways ways;

    Start(Settings settings, Staff staff, SetUp setUp, ApiTokens tokens, Ways ways) {
        this.settings = settings;
        this.staff = staff;
        this.setUp = setUp;
        this.tokens = tokens;
        this.ways = ways;
    }

    @Component
    record Ways(Purposes purposes, Mandates mandates, Links links, Clock clock) {}

    @Override
    public @Nullable String signIn(String url) {
        if (settings.demo()) {
            return link(operator(), url);
        }
        return setUp.isOpen() ? url + "/set-up?code=" + setUp.newCode() : null;
    }

    @Override
    public Map<String, String> asOthers(String url) {
        var others = new LinkedHashMap<String, String>();
        if (settings.demo()) {
            var operator = operator();
            staff.accounts().stream()
                    .filter(one -> !one.isDisabled() && !one.id().equals(operator))
                    .forEach(one -> others.put(shown(one), link(one.id(), url)));
        }
        return others;
    }

    private String shown(Account account) {
        return account.name() + " ("
                + staff.permissions(account.id()).purposes().stream()
                        .map(Purpose::code)
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private String link(AccountId account, String url) {
        return url + "/sign-in/"
                + ways.purposes().as(Purpose.TECHNICAL, () -> ways.links().make(account, Links.Kind.SIGN_IN));
    }

    /** Whoever starts it next finds the new one beside the address; the one of the start before ends. */
    @Override
    public @Nullable String token() {
        if (!settings.demo()) {
            return null;
        }
        var all = Permission.HOLDABLE.stream().map(Purpose::code).toList();
        tokens.all().stream()
                .filter(one -> one.createdBy() == null && one.name().equals(DEMO))
                .forEach(one -> tokens.revoke(one.tokenId(), START));
        var wish = new ApiTokens.Wish(DEMO, all, ways.clock().instant().plus(DEMO_TOKEN));
        return tokens.make(wish, START, Role.OPERATOR.permissions());
    }

    /** Whoever of the made-up people manages accounts; in an empty demonstration somebody is made up. */
    private AccountId operator() {
        return ways.purposes()
                .as(Purpose.TECHNICAL, () -> ways.mandates().firstOperator())
                .orElseGet(() -> {
                    var newcomer = new Staff.Newcomer(
                            "Aino Lehtonen", "aino.lehtonen@halytin.example", "en", "Europe/Helsinki");
                    return staff.make(newcomer, Role.OPERATOR.permissions(), START);
                });
    }
}
