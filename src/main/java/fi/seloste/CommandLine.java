package fi.seloste;

import fi.seloste.installation.Setting;
import fi.seloste.installation.Trouble;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was written after `seloste`: the words, and the flags that set something. */
record CommandLine(List<String> words, Map<Setting, String> flags) {

    /** Commands that take words and flags of their own. */
    static final Set<String> OPEN = Set.of("notice", "backup", "restore", "token", "keys");

    private static final Set<String> CLOSED = Set.of("start", "demo", "doctor", "verify", "help", "version");

    static CommandLine parse(List<String> written) {
        Deque<String> rest = new ArrayDeque<>(written);
        List<String> words = new ArrayList<>();
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        while (!rest.isEmpty()) {
            String word = rest.pop();
            Setting setting = setting(word);
            if (setting != null) {
                flags.put(setting, value(word, rest));
            } else {
                words.add(plain(word));
            }
        }
        if (words.isEmpty()) {
            words.add("start");
        }
        refuseUnknown(words);
        if (words.getFirst().equals("demo")) {
            flags.put(Setting.DEMO, "true");
        }
        return new CommandLine(List.copyOf(words), flags);
    }

    String command() {
        return words.getFirst();
    }

    private static @Nullable Setting setting(String word) {
        if (!word.startsWith("--")) {
            return null;
        }
        String key = word.substring(2).split("=", 2)[0];
        return key.equals(Setting.DEMO.key()) ? null : Setting.named(key).orElse(null);
    }

    private static String value(String word, Deque<String> rest) {
        int equals = word.indexOf('=');
        if (equals > 0) {
            return word.substring(equals + 1);
        }
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw new Trouble("The flag " + word + " needs a value after it. See 'seloste help'.");
        }
        return rest.pop();
    }

    private static String plain(String word) {
        return switch (word) {
            case "-h", "--help" -> "help";
            case "-V", "--version" -> "version";
            default -> word;
        };
    }

    private static void refuseUnknown(List<String> words) {
        String command = words.getFirst();
        if (OPEN.contains(command)) {
            return;
        }
        for (String word : words) {
            if (word.startsWith("-")) {
                throw new Trouble("There is no flag " + word.split("=", 2)[0] + ". See 'seloste help'.");
            }
        }
        if (!CLOSED.contains(command)) {
            throw new Trouble("There is no command '" + command + "'. See 'seloste help'.");
        }
        if (words.size() > 1) {
            throw new Trouble("The command '" + command + "' takes no further word, and '" + words.get(1)
                    + "' was given. See 'seloste help'.");
        }
    }
}
