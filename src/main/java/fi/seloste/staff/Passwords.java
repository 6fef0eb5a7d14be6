package fi.seloste.staff;

import fi.seloste.base.Folded;
import fi.seloste.base.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords: which ones will do, and Argon2id over them. */
@Component
class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 3);
    /** Each takes 19 MB while it runs; a flood of sign-ins waits here instead of filling the memory. */
    private final Semaphore atOnce = new Semaphore(4, true);

    private final Set<String> common;
    private final String ofNobody;

    Passwords() {
        this.common = common();
        this.ofNobody = hash(Secret.next());
    }

    /** Length decides, not signs (NIST SP 800-63B 3.1.1.2): long enough, not a known one, and not made of the person's own name. */
    void check(String field, String password, String email, String name) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw Problem.invalid(field, "staff.password.short", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw Problem.invalid(field, "staff.password.long", LONGEST);
        }
        var folded = Folded.of(password);
        if (folded.chars().distinct().count() < 5 || common.contains(folded) || isOwn(folded, email, name)) {
            throw Problem.invalid(field, "staff.password.guessed");
        }
    }

    String hash(String password) {
        return hashing(() -> String.valueOf(argon2.encode(password)));
    }

    /** Takes as long for an account that is not there or has no password: the time must not tell which addresses have one. */
    boolean matches(String password, @Nullable String hash) {
        var against = hash == null ? ofNobody : hash;
        boolean same = password.length() <= LONGEST && hashing(() -> argon2.matches(password, against));
        return same && hash != null;
    }

    private <T> T hashing(Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }

    private static boolean isOwn(String password, String email, String name) {
        var mailbox = Folded.of(email.replaceFirst("@.*", ""));
        var rest = password;
        for (var word : (Folded.of(name) + " " + mailbox.replaceAll("[^a-z0-9]", " ") + " seloste").split(" ")) {
            rest = word.length() > 2 ? rest.replace(word, "") : rest;
        }
        return rest.length() < 6 || password.equals(Folded.of(email));
    }

    private static Set<String> common() {
        var stream = Passwords.class.getResourceAsStream("/staff/common-passwords.txt");
        if (stream == null) {
            throw new IllegalStateException("the list of common passwords is missing");
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().map(Folded::of).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
