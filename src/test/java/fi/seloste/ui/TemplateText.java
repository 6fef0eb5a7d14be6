package fi.seloste.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a template says by itself, that is, neither markup nor code. */
final class TemplateText {

    private static final Pattern SPOKEN_ATTRIBUTE = Pattern.compile(
            "\\b(label|title|text|hint|note|caption|lead|reason|action|placeholder|alt)\\s*=\\s*\"([^\"$</]*\\p{L}{2}[^\"]*)\"");

    // Text may follow these at once: @else24 months.
    private static final Pattern WORD =
            Pattern.compile("elseif|else|endif|endfor|endraw|raw|if|for|template[A-Za-z0-9_.]*");

    // Names are the same in every language.
    private static final List<String> NAMES =
            List.of("Seloste", "Ctrl K", "nbsp", "CSV", "JSON", "JSON-LD", "LD", "PDF", "TXT", "ZIP");

    private final String source;
    private final StringBuilder said = new StringBuilder();
    private int at;

    private TemplateText(String source) {
        this.source = source;
    }

    /** Words of a language standing in the template, outside of code and of names of things. */
    static List<String> literals(Path template) {
        var source = read(template)
                .replaceAll("(?s)<%--.*?--%>", "")
                .replaceAll("(?m)^@(param|import).*$", "")
                .replaceAll("(?s)<(script|style)\\b.*?</\\1>", "");
        var text = new TemplateText(source);
        text.markup('\0');
        var found = new ArrayList<String>();
        Pattern.compile("\\p{L}[\\p{L} ]*\\p{L}").matcher(text.said).results().forEach(word -> found.add(word.group()));
        SPOKEN_ATTRIBUTE.matcher(source).results().forEach(attribute -> found.add(attribute.group(2)));
        found.removeAll(NAMES);
        return found;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Walks markup until the closing sign, keeping what stands between tags.
    private void markup(char end) {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == end) {
                at++;
                return;
            }
            if (source.startsWith("${", at) || source.startsWith("!{", at)) {
                at += 2;
                code('{', '}');
            } else if (c == '@') {
                command();
            } else if (c == '<') {
                tag();
            } else {
                said.append(c);
                at++;
            }
        }
    }

    private void command() {
        var word = WORD.matcher(source).region(at + 1, source.length());
        at = word.lookingAt() ? word.end() : at + 1;
        if (at < source.length() && source.charAt(at) == '(') {
            at++;
            code('(', ')');
        }
        said.append('\n');
    }

    private void tag() {
        while (at < source.length() && source.charAt(at) != '>') {
            if (source.startsWith("${", at)) {
                at += 2;
                code('{', '}');
            } else {
                at++;
            }
        }
        at++;
        said.append('\n');
    }

    // Java until the closing bracket; a content block in it is markup again.
    private void code(char open, char close) {
        int depth = 1;
        while (at < source.length() && depth > 0) {
            char c = source.charAt(at);
            if (c == '"') {
                at = source.indexOf('"', at + 1) + 1;
            } else if (source.startsWith("@`", at)) {
                at += 2;
                markup('`');
            } else {
                depth += c == open ? 1 : c == close ? -1 : 0;
                at++;
            }
        }
    }
}
