package fi.seloste.rights;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Writes a page that can be read without a network: its style within, no script, nothing loaded from anywhere. */
final class Html {

    private final Writer out;

    Html(OutputStream out) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    Html open(String language, String title) {
        raw("<!DOCTYPE html>\n<html lang=\"").text(language).raw("\"><head><meta charset=\"utf-8\">");
        raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
                .text(title);
        raw("</title><style>").raw(style()).raw("</style></head><body><main>\n");
        return this;
    }

    void close() {
        raw("</main></body></html>\n");
        try {
            out.flush(); // not closed: the archive goes on
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Html h1(String text) {
        return element("h1", text);
    }

    Html h2(String text) {
        return element("h2", text);
    }

    Html p(String text) {
        return element("p", text);
    }

    Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
    }

    Html row(String... cells) {
        raw("<tr>");
        for (var cell : cells) {
            raw("<td>").text(cell).raw("</td>");
        }
        return raw("</tr>\n");
    }

    Html head(String... cells) {
        raw("<div class=\"wide\"><table><thead><tr>");
        for (var cell : cells) {
            raw("<th scope=\"col\">").text(cell).raw("</th>");
        }
        return raw("</tr></thead><tbody>\n");
    }

    Html endTable() {
        return raw("</tbody></table></div>\n");
    }

    Html text(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append((char) c);
            }
        });
        return raw(escaped.toString());
    }

    Html raw(String text) {
        try {
            out.write(text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String style() {
        try (InputStream in = Html.class.getClassLoader().getResourceAsStream("rights/answer.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
