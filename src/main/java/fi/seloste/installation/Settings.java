package fi.seloste.installation;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What this installation is told, in one order: flag, environment, the file `seloste.properties` in the data folder,
 * console, and last our default. Each value knows where it came from.
 */
public final class Settings {

    /** Where a value came from; an earlier origin wins over a later one. */
    public enum Origin {
        FLAG,
        ENVIRONMENT,
        FILE,
        CONSOLE,
        DEFAULT
    }

    /** A value and its origin. */
    public record Value(String text, Origin origin) {}

    public static final int DEFAULT_PORT = 8080;
    private static final String FILE = "seloste.properties";

    private final Map<Setting, Value> values;

    private Settings(Map<Setting, Value> values) {
        this.values = values;
    }

    /** Flags without their dashes, and the environment; the file is looked for in the data folder they name. */
    public static Settings of(Map<Setting, String> flags, Map<String, String> environment) {
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        put(values, flags, Origin.FLAG);
        put(values, fromEnvironment(environment), Origin.ENVIRONMENT);
        values.putIfAbsent(Setting.DATA, new Value(usualFolder(values, environment), Origin.DEFAULT));
        put(values, fromFile(dataFolder(values).resolve(FILE)), Origin.FILE);
        values.putIfAbsent(Setting.DEMO, new Value("false", Origin.DEFAULT));
        return new Settings(values);
    }

    /** The same settings with what the console keeps laid below: it fills gaps and never overrides. */
    public Settings withConsole(Map<Setting, String> console) {
        Map<Setting, Value> joined = new EnumMap<>(values);
        put(joined, console, Origin.CONSOLE);
        return new Settings(joined);
    }

    public @Nullable Value value(Setting setting) {
        return values.get(setting);
    }

    public @Nullable String text(Setting setting) {
        Value value = values.get(setting);
        return value == null ? null : value.text();
    }

    public Path data() {
        return dataFolder(values);
    }

    /** The web port; 0 takes any free one. */
    public int port() {
        return number(Setting.PORT, DEFAULT_PORT);
    }

    /** An external database, or null where we run our own. */
    public @Nullable Access database() {
        String url = text(Setting.DATABASE);
        return url == null ? null : DatabaseUrl.parse(url);
    }

    /** Where links in letters lead: the address that people see, or until it is set this machine at the port it listens on. */
    public String publicUrl(@Nullable String listening) {
        var base = baseUrl();
        return base == null ? "http://localhost:" + (listening == null ? port() : listening) : base.toString();
    }

    /** The address that people see, without a slash at its end; null until it is set. */
    public @Nullable URI baseUrl() {
        String text = text(Setting.BASE_URL);
        if (text == null) {
            return null;
        }
        if (!text.matches("https?://[^/\\s]+(/\\S*)?")) {
            throw new Trouble(
                    said(Setting.BASE_URL) + " is not an address. Write it like https://register.company.example.");
        }
        return URI.create(text.replaceAll("/+$", ""));
    }

    /** Addresses or networks whose X-Forwarded headers we believe. */
    public List<String> trustedProxies() {
        String text = text(Setting.TRUSTED_PROXIES);
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[,\\s]+")).filter(s -> !s.isBlank()).toList();
    }

    public int mailPort() {
        return number(Setting.MAIL_PORT, 587);
    }

    /** 993 is TLS from the first byte; on any other port the server must offer STARTTLS. */
    public int imapPort() {
        return number(Setting.IMAP_PORT, 993);
    }

    /** As {@link #imapPort()}, of the mailbox to which messages come back. */
    public int bouncePort() {
        return number(Setting.BOUNCE_PORT, 993);
    }

    /** Certificates of the authority that signs those of the mail servers; null where Java knows it. */
    public @Nullable Path mailAuthority() {
        return path(Setting.MAIL_CA);
    }

    public @Nullable Path journalCopy() {
        return path(Setting.JOURNAL_COPY);
    }

    public @Nullable Path readyFile() {
        return path(Setting.READY_FILE);
    }

    /** Where the keys lie: `keys` in the data folder unless they are kept apart. */
    public Path keys() {
        Path apart = path(Setting.KEYS);
        return apart == null ? data().resolve("keys") : apart;
    }

    public boolean demo() {
        return "true".equals(text(Setting.DEMO));
    }

    /** The setting as the operator wrote it: `--port 80x`, `SELOSTE_PORT=80x`, or the line of the file. */
    public String said(Setting setting) {
        Value value = values.get(setting);
        if (value == null) {
            return "--" + setting.key();
        }
        String text = setting.secret() ? "…" : value.text();
        return switch (value.origin()) {
            case FLAG -> "--" + setting.key() + " " + text;
            case ENVIRONMENT -> setting.variable() + "=" + text;
            case FILE -> setting.key() + "=" + text + " in " + data().resolve(FILE);
            case CONSOLE, DEFAULT -> setting.key() + " " + text;
        };
    }

    private int number(Setting setting, int otherwise) {
        String text = text(setting);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
            throw new Trouble(said(setting) + " is not a port. Give a number from 0 to 65535; 0 takes any free port.");
        }
        return Integer.parseInt(text);
    }

    private @Nullable Path path(Setting setting) {
        String text = text(setting);
        return text == null ? null : Path.of(text).toAbsolutePath().normalize();
    }

    /** Beside the program, so that it does not depend on where one stands; the demonstration has one of its own. */
    private static String usualFolder(Map<Setting, Value> values, Map<String, String> environment) {
        Value demo = values.get(Setting.DEMO);
        String home = environment.getOrDefault("SELOSTE_HOME", "");
        return Path.of(home, "data", demo != null && demo.text().equals("true") ? "demo" : "own")
                .toString();
    }

    private static Path dataFolder(Map<Setting, Value> values) {
        Value data = values.get(Setting.DATA);
        return Path.of(data == null ? "data" : data.text()).toAbsolutePath().normalize();
    }

    private static void put(Map<Setting, Value> values, Map<Setting, String> layer, Origin origin) {
        layer.forEach((setting, text) -> {
            if (!text.isBlank()) {
                values.putIfAbsent(setting, new Value(text.strip(), origin));
            }
        });
    }

    private static Map<Setting, String> fromEnvironment(Map<String, String> environment) {
        Map<Setting, String> found = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String text = environment.get(setting.variable());
            if (text != null) {
                found.put(setting, text);
            }
        }
        return found;
    }

    private static Map<Setting, String> fromFile(Path file) {
        Map<Setting, String> found = new EnumMap<>(Setting.class);
        if (!Files.exists(file)) {
            return found;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Trouble("The settings file " + file + " cannot be read (" + e.getMessage() + ").", e);
        }
        for (String key : properties.stringPropertyNames()) {
            Setting setting = Setting.named(key)
                    .orElseThrow(() -> new Trouble("The settings file " + file + " has the unknown setting '" + key
                            + "'. Known are: " + known() + "."));
            found.put(setting, properties.getProperty(key));
        }
        return found;
    }

    static String known() {
        return String.join(
                ", ", Arrays.stream(Setting.values()).map(Setting::key).toList());
    }
}
