package fi.seloste.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path SOURCES = Path.of("src/main");
    private static final Pattern KEY = Pattern.compile(
            "(?:\\bt|Said\\.of|Problem\\.(?:notAllowed|conflict)|[fF]lash\\.(?:done|warn)|MenuItem\\.of)\\(\\s*\"([a-z][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_-]+)*\\.?)\"");
    private static final Pattern SECOND_KEY = Pattern.compile(
            "(?:Problem\\.invalid|[fF]lash\\.undoable)\\(\\s*[^,;]+,\\s*\"([a-z][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_-]+)+)\"");
    private static final Pattern MISSING = Pattern.compile("Problem\\.notFound\\(\\s*\"([a-zA-Z.-]+)\"");

    private final Texts texts = new Texts(true);

    @Test
    void every_text_is_there_in_every_language() {
        var missing = new ArrayList<String>();
        for (var language : Texts.LANGUAGES) {
            var lacking = new TreeSet<String>();
            Texts.LANGUAGES.forEach(other -> lacking.addAll(texts.keys(other)));
            lacking.removeAll(texts.keys(language));
            lacking.forEach(key -> missing.add(key + " (" + language + ")"));
        }

        assertThat(texts.keys("en")).isNotEmpty();
        assertThat(missing).isEmpty();
    }

    @Test
    void every_text_is_defined_once() throws IOException {
        var seen = new TreeSet<String>();
        var twice = new ArrayList<String>();
        for (var file : files(".properties")) {
            if (file.getParent().endsWith("messages")) {
                var language = file.toString().replaceAll(".*(_fi|_sv)\\.properties|.*", "$1");
                TemplateText.read(file)
                        .lines()
                        .filter(line -> line.matches("[a-z].*=.*"))
                        .map(line -> line.split("[ =]", 2)[0] + language)
                        .filter(key -> !seen.add(key))
                        .forEach(key -> twice.add(key + " in " + file.getFileName()));
            }
        }

        assertThat(seen).contains("ui.skip", "ui.skip_fi");
        assertThat(twice).isEmpty();
    }

    @Test
    void every_text_can_be_read_and_takes_the_same_arguments_in_every_language() {
        for (var key : texts.keys("en")) {
            var english = arguments("en", key);
            for (var language : Texts.LANGUAGES) {
                assertThat(arguments(language, key)).as(key + " in " + language).isEqualTo(english);
            }
        }
    }

    @Test
    void every_key_that_is_used_is_a_text() throws IOException {
        var used = new TreeSet<String>();
        for (var file : files(".jte", ".java")) {
            var source = TemplateText.read(file).replaceAll("(?s)/\\*\\*.*?\\*/", "");
            KEY.matcher(source).results().forEach(found -> used.add(found.group(1)));
            SECOND_KEY.matcher(source).results().forEach(found -> used.add(found.group(1)));
            MISSING.matcher(source).results().forEach(found -> used.add("problem.notFound." + found.group(1)));
        }

        assertThat(used).contains("ui.skip", "ui.theme.");
        assertThat(used.stream().filter(key -> !isText(key))).isEmpty();
    }

    @Test
    void templates_say_nothing_by_themselves() throws IOException {
        var said = files(".jte").stream()
                .filter(file -> !file.getFileName().toString().startsWith("showcase"))
                .flatMap(file ->
                        TemplateText.literals(file).stream().map(words -> SOURCES.relativize(file) + ": " + words))
                .toList();

        assertThat(said).isEmpty();
    }

    @Test
    void literal_text_in_a_template_is_found() {
        assertThat(TemplateText.literals(SOURCES.resolve("jte/ui/showcase.jte")))
                .contains("Merge", "Voimakatu", "Kept with the act", "Cancel");
    }

    @Test
    void a_text_that_is_missing_stops_a_test_and_shows_its_key_to_people() {
        assertThatThrownBy(() -> texts.say(Locale.of("fi"), "no.such.key")).hasMessageContaining("no.such.key");
        assertThat(new Texts(false).say(Locale.of("fi"), "no.such.key")).isEqualTo("no.such.key");
    }

    private boolean isText(String key) {
        return key.endsWith(".") ? texts.keys("en").stream().anyMatch(text -> text.startsWith(key)) : texts.has(key);
    }

    private Set<String> arguments(String language, String key) {
        var text = texts.text(language, key);
        return text.indexOf('{') < 0 ? Set.of() : new MessageFormat(text, Locale.of(language)).getArgumentNames();
    }

    private static List<Path> files(String... endings) throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> List.of(endings).stream().anyMatch(file.toString()::endsWith))
                    .collect(Collectors.toList());
        }
    }
}
