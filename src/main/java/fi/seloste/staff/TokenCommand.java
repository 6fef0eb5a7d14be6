package fi.seloste.staff;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.installation.Command;
import fi.seloste.installation.Trouble;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code seloste token --purposes customer,support:see --name import --days 90}: prints a new API token. */
@Component
class TokenCommand implements Command {

    private static final Set<String> FLAGS = Set.of("--purposes", "--name", "--days");

    private final ApiTokens tokens;
    private final Texts texts;
    private final Clock clock;

    TokenCommand(ApiTokens tokens, Texts texts, Clock clock) {
        this.tokens = tokens;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "token";
    }

    @Override
    public int run(List<String> arguments) {
        var asked = asked(arguments);
        var expiry = asked.days() == null ? null : clock.instant().plus(asked.days());
        var wish = new ApiTokens.Wish(asked.name(), asked.purposes(), expiry);
        try {
            System.out.println(tokens.make(wish, Actor.system("command line"), Role.OPERATOR.permissions()));
            return 0;
        } catch (Problem problem) {
            throw new Trouble(texts.say(Locale.ENGLISH, problem.key(), problem.arguments()), problem);
        }
    }

    /** What the words after the command ask for; they are read before anything is started, too. */
    record Asked(
            String name, List<String> purposes, @Nullable Duration days) {}

    static Asked asked(List<String> arguments) {
        var flags = flags(arguments);
        var purposes = required(flags, "--purposes");
        return new Asked(required(flags, "--name"), codes(purposes), days(flags.get("--days")));
    }

    private static List<String> codes(String purposes) {
        return purposes.equals("all")
                ? Permission.HOLDABLE.stream().map(Purpose::code).toList()
                : Arrays.stream(purposes.split("[,\\s]+"))
                        .filter(p -> !p.isBlank())
                        .toList();
    }

    private static @Nullable Duration days(@Nullable String days) {
        if (days == null) {
            return null;
        }
        if (!days.matches("[1-9]\\d{0,3}")) {
            throw new Trouble("--days takes a number of days, such as 90.");
        }
        return Duration.ofDays(Integer.parseInt(days));
    }

    private static Map<String, String> flags(List<String> arguments) {
        var flags = new HashMap<String, String>();
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            var parts = rest.pop().split("=", 2);
            if (!FLAGS.contains(parts[0])) {
                throw new Trouble("'token' does not know " + parts[0] + ". " + usage());
            }
            var value = parts.length == 2 ? parts[1] : rest.poll();
            flags.put(parts[0], value == null ? "" : value);
        }
        return flags;
    }

    private static String required(Map<String, String> flags, String name) {
        var value = flags.get(name);
        if (value == null || value.isBlank()) {
            throw new Trouble("'token' needs " + name + ". " + usage());
        }
        return value;
    }

    private static String usage() {
        return "Write: seloste token --purposes customer,support:see --name \"what uses it\" [--days 90]; the purposes are all, or of "
                + String.join(
                        ", ", Permission.HOLDABLE.stream().map(Purpose::code).toList()) + ".";
    }
}
