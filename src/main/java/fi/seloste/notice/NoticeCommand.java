package fi.seloste.notice;

import fi.seloste.base.Sentence;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code ./seloste notice check FILE} and {@code notice print --lang fi [FILE]}, without starting the server. */
public final class NoticeCommand {

    private static final int FINE = 0;
    private static final int FINDINGS = 1;
    private static final int WRONG_USE = 2;

    private final PrintStream out;
    private Locale language = Locale.ENGLISH;
    private String file = "";

    private NoticeCommand(PrintStream out) {
        this.out = out;
    }

    /** Finnish stays Finnish, whatever locale a script runs in. */
    static PrintStream terminal() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    /** {@code notice print} without a file prints the notice in force, which only the house knows. */
    static boolean isOfThisFolder(List<String> args) {
        var words = new NoticeCommand(terminal()).options(args);
        return words.equals(List.of("print"));
    }

    static int print(List<String> args, Edition edition, PrintStream out) {
        var command = new NoticeCommand(out);
        command.options(args);
        out.print(NoticeText.of(PublishedNotice.of(command.language, edition, null)));
        return FINE;
    }

    /** Answers what the process exits with: 0 when there is nothing to mend, 1 when there is, 2 when it was asked wrongly. */
    public static int run(List<String> args, PrintStream out) {
        var command = new NoticeCommand(out);
        var words = command.options(args);
        if (words.size() != 2 || words.get(1).startsWith("-")) {
            return command.usage();
        }
        command.file = words.get(1);
        return switch (words.getFirst()) {
            case "check" -> command.check();
            case "print" -> command.print();
            default -> command.usage();
        };
    }

    private List<String> options(List<String> args) {
        var words = new ArrayList<String>();
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).equals("--lang") && i + 1 < args.size()) {
                i++;
                language = Locale.of(args.get(i));
            } else if (args.get(i).startsWith("--lang=")) {
                language = Locale.of(args.get(i).substring("--lang=".length()));
            } else {
                words.add(args.get(i));
            }
        }
        return Sentence.LANGUAGES.contains(language) ? words : List.of();
    }

    private int usage() {
        language = Sentence.LANGUAGES.contains(language) ? language : Locale.ENGLISH;
        out.println(Sentence.of("notice.command.usage").in(language));
        return WRONG_USE;
    }

    private int check() {
        var declaration = read();
        if (declaration == null) {
            return FINDINGS;
        }
        var findings = Lint.of(declaration);
        findings.forEach(finding -> out.println(Sentence.of(
                        "notice.command.finding",
                        finding.severity(),
                        finding.law().words(),
                        finding.path(),
                        finding.sentence(),
                        finding.remedy())
                .in(language)));
        out.println(Sentence.of("notice.command.checked", file, findings.size(), NoticeJson.sha256(declaration))
                .in(language));
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.BREACH) ? FINDINGS : FINE;
    }

    private int print() {
        var declaration = read();
        if (declaration == null) {
            return FINDINGS;
        }
        out.print(NoticeText.of(PublishedNotice.in(language, declaration)));
        return FINE;
    }

    /** A file, or one of the two that come with the product by its bare name. */
    private @Nullable Declaration read() {
        var content = content();
        if (content == null) {
            return null;
        }
        var reading = DeclarationReader.read(file, content);
        reading.flaws().forEach(flaw -> out.println(flaw.in(language)));
        return reading.found().orElse(null);
    }

    private byte @Nullable [] content() {
        try {
            if (List.of("default", "example-2023").contains(file)) {
                return DeclarationReader.content(file);
            }
            var path = Path.of(file);
            // One byte more than any declaration has is enough to say that it is too large.
            try (var stream = Files.newInputStream(path)) {
                return stream.readNBytes(Yaml.LARGEST + 1);
            }
        } catch (IOException | InvalidPathException e) {
            out.println(Sentence.of("notice.command.unreadable", file).in(language));
            return null;
        }
    }
}
