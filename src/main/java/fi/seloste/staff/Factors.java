package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.installation.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The second factor of an account: codes of an app by RFC 6238, and codes on paper for when the telephone is gone. */
@Component
class Factors {

    private static final int ON_PAPER = 10;

    private final FactorRows rows;
    private final Keys keys;
    private final Clock clock;

    Factors(FactorRows rows, Keys keys, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.clock = clock;
    }

    /** A code of the app, once, or one of the codes on paper, once. */
    boolean matches(AccountId account, String written) {
        var code = written.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (code.matches("\\d{6}")) {
            var step = rows.secret(account).flatMap(secret -> Totp.step(open(secret), code, clock.instant()));
            return step.filter(s -> rows.useStep(account, s)).isPresent();
        }
        return rows.usePaper(account, print(account, code));
    }

    /** The secret that the app is about to take in; the same until it is confirmed. */
    String begin(AccountId account) {
        return rows.pending(account).map(this::open).orElseGet(() -> {
            var secret = Totp.secret();
            rows.setPending(account, keys.encrypt(Keys.DATABASE, secret.getBytes(StandardCharsets.US_ASCII)));
            return secret;
        });
    }

    /** The app showed that it has the secret: from now on it is asked for. Answers the codes for paper, shown this once. */
    Optional<List<String>> confirm(AccountId account, String written) {
        var code = written.replaceAll("\\s", "");
        var step = rows.pending(account).flatMap(secret -> Totp.step(open(secret), code, clock.instant()));
        return step.map(s -> {
            rows.confirm(account, s);
            return onPaper(account);
        });
    }

    List<String> onPaper(AccountId account) {
        var codes = Stream.generate(() -> Secret.readable(10)).limit(ON_PAPER).toList();
        rows.setPaper(account, codes.stream().map(code -> print(account, code)).toList());
        return codes.stream()
                .map(code -> code.substring(0, 5) + "-" + code.substring(5))
                .toList();
    }

    boolean isOn(AccountId account) {
        return rows.secret(account).isPresent();
    }

    int leftOnPaper(AccountId account) {
        return rows.leftOnPaper(account);
    }

    void end(AccountId account) {
        rows.end(account);
    }

    private String open(byte[] sealed) {
        return new String(keys.decrypt(Keys.DATABASE, sealed), StandardCharsets.US_ASCII);
    }

    private byte[] print(AccountId account, String code) {
        return keys.mac(
                Keys.DATABASE,
                "recovery".getBytes(StandardCharsets.US_ASCII),
                account.toString().getBytes(StandardCharsets.US_ASCII),
                code.getBytes(StandardCharsets.UTF_8));
    }
}
