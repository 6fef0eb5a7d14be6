package fi.seloste.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.seloste.base.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** A file read to the end, as the API reads it without a mapping. */
record Read(FileFormat format, HeaderSets.Recognised recognised, List<Draft> drafts) {

    static Read example(String name) {
        return of(Source.of(Path.of("examples", name)));
    }

    static Read text(String text) {
        return text(text, UTF_8);
    }

    static Read text(String text, Charset charset) {
        return of(() -> new ByteArrayInputStream(text.getBytes(charset)));
    }

    static Read of(Source source) {
        var format = FileFormat.detect(source);
        var recognised = HeaderSets.recognise(format);
        var drafting = new Drafting(format.headers(), recognised.mapping().withUnmappedAs(new Target.Note()));
        var drafts = new ArrayList<Draft>();
        try (var rows = Rows.open(source, format)) {
            rows.forEach(row -> drafts.add(drafting.draft(row)));
        }
        return new Read(format, recognised, drafts);
    }

    Draft of(String name) {
        return drafts.stream()
                .filter(draft -> draft.displayName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<String> faults() {
        return drafts.stream()
                .flatMap(draft -> draft.faults().stream())
                .map(fault -> fault.sentence(texts("en")))
                .toList();
    }

    static String refusalOf(String example) {
        try {
            Read.example(example);
        } catch (Problem problem) {
            return texts("en").t(problem.key(), problem.arguments());
        }
        throw new AssertionError(example + " was read");
    }

    static Texts texts(String language) {
        var all = properties(language);
        return (key, arguments) -> {
            var pattern = all.getProperty(key);
            if (pattern == null) {
                throw new AssertionError("no sentence for " + key);
            }
            return new MessageFormat(pattern, Locale.of(language)).format(arguments);
        };
    }

    static Properties properties(String language) {
        var all = new Properties();
        for (var file : List.of("value", "intake")) {
            var name = file + (language.equals("en") ? "" : "_" + language) + ".properties";
            try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages", name))) {
                all.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }
}
