package fi.seloste.marketing;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.springframework.stereotype.Component;

/**
 * Makes of a campaign's blocks, in one language, a mail of tables that Outlook and Gmail show alike, and the same as plain text. It is made once for a
 * campaign; each reader's own words are set in when it leaves.
 */
@Component
class Rendering {

    private static final OutputSettings AS_WRITTEN = new OutputSettings().prettyPrint(false);
    private static final Pattern LINK =
            Pattern.compile("\\[([^\\[\\]]+)]\\((https?://[^()\\s\"<>]+|mailto:[^()\\s\"<>]+)\\)");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*\\n]+)\\*\\*");
    private static final Pattern BLOCK_TAG = Pattern.compile("<(p|ul|ol|h3|blockquote)\\b", Pattern.CASE_INSENSITIVE);

    private static final int GREETING = 60;
    private static final int LEAD = 120;

    private final Footers footers;

    Rendering(Footers footers) {
        this.footers = footers;
    }

    /** A message before it has a reader. */
    record Template(String language, String subject, String html, String text) {

        Rendered to(Reader reader, String wayOut) {
            var who = new Cut.Addressee(reader, null, wayOut, null);
            return new Rendered(ofSubject(subject).filled(who), inHtml().filled(who), inText().filled(who));
        }

        /** With the words of a mail that is followed. */
        Template as(Following.Mail mail) {
            return new Template(language, subject, mail.html(), mail.text());
        }

        Cut inHtml() {
            return cut(html, Rendering::quoted);
        }

        Cut inText() {
            return cut(text, value -> value);
        }

        private static Cut cut(String words, UnaryOperator<String> quoted) {
            return MergeField.cut(
                    Cut.of(words).at(MergeField.THE_WAY_OUT, found -> who -> quoted.apply(who.wayOut())), quoted);
        }
    }

    /** What stands in a header holds no line break, whatever a reader is called. */
    static Cut ofSubject(String subject) {
        return MergeField.cut(Cut.of(subject), value -> value.replaceAll("\\p{Cntrl}", " "));
    }

    /** A message to one reader. */
    record Rendered(String subject, String html, String text) {}

    Template template(Content content, String language) {
        var footer = footers.of(content, language);
        return new Template(
                language, content.subject(language), html(content, language, footer), text(content, language, footer));
    }

    private String html(Content content, String language, Footer footer) {
        var blocks = new StringBuilder();
        content.blocks().forEach(block -> blocks.append(mjml(block, language)));
        return Sheet.drawn(
                new Sheet(
                        language,
                        quoted(content.subject(language)),
                        quoted(lead(content, language)),
                        quoted(footers.name())),
                blocks.toString(),
                footer.html());
    }

    /** What lists of messages show behind the subject: the first words, without the greeting, and never half a field. */
    static String lead(Content content, String language) {
        var text = content.blocks().stream()
                .filter(block -> block.kind() == Block.Kind.TEXT)
                .map(block -> plain(paragraphs(block.in(language))))
                .findFirst()
                .orElse("");
        var parts = text.split("\\n\\s*\\n", 2);
        var said = (parts.length == 2 && parts[0].length() < GREETING ? parts[1] : text)
                .replaceAll("\\s+", " ")
                .strip();
        if (said.length() <= LEAD) {
            return said;
        }
        var cut = said.substring(0, said.lastIndexOf(' ', LEAD) < 0 ? LEAD : said.lastIndexOf(' ', LEAD));
        int open = cut.lastIndexOf("{{");
        return (open > cut.lastIndexOf("}}") ? cut.substring(0, open) : cut).strip() + "…";
    }

    private String mjml(Block block, String language) {
        var words = block.in(language);
        return switch (block.kind()) {
            case HEADING -> Sheet.heading(quoted(words));
            case TEXT -> "<mj-text css-class=\"words\">%s</mj-text>".formatted(paragraphs(words));
            case BUTTON ->
                "<mj-button css-class=\"press\" href=\"%s\">%s</mj-button>"
                        .formatted(quoted(block.url()), quoted(words));
            case IMAGE -> image(block.url(), words);
            case DIVIDER -> "<mj-divider css-class=\"rule\" />";
        };
    }

    /** Of a picture that lies here the size is known, so the mail keeps its place and Outlook does not draw it twice as wide. */
    private String image(String url, String words) {
        var place = Picture.sizeOf(url)
                .map(Picture.Size::shown)
                .map(size -> " width=\"%dpx\" height=\"%dpx\"".formatted(size.width(), size.height()))
                .orElse("");
        return "<mj-image css-class=\"shot\" src=\"%s\" alt=\"%s\"%s />"
                .formatted(quoted(Picture.isOurs(url) ? footers.url(url) : url), quoted(words), place);
    }

    /** Lines as people type them: an empty one parts paragraphs, - begins a point of a list, [words](address) is a link, **words** are strong. */
    static String paragraphs(String written) {
        var linked = LINK.matcher(written).replaceAll("<a href=\"$2\">$1</a>");
        var strong = BOLD.matcher(linked).replaceAll("<b>$1</b>");
        var parted = BLOCK_TAG.matcher(strong).find()
                ? strong
                : Pattern.compile("\\n\\s*\\n")
                        .splitAsStream(strong)
                        .map(Rendering::paragraph)
                        .collect(Collectors.joining());
        var clean = Jsoup.clean(parted, "", Cleaned.ALLOWED, AS_WRITTEN);
        // A mail is read by programs that want every tag shut.
        return clean.replace("<br>", "<br />");
    }

    private static String paragraph(String lines) {
        return lines.lines().allMatch(line -> line.startsWith("- "))
                ? lines.lines()
                        .map(line -> "<li>" + line.substring(2) + "</li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>"))
                : "<p>" + lines.replace("\n", "<br>") + "</p>";
    }

    private static String text(Content content, String language, Footer footer) {
        var text = new StringBuilder();
        for (var block : content.blocks()) {
            var words = block.in(language);
            text.append(
                    switch (block.kind()) {
                        case HEADING -> words + "\n" + "=".repeat(Math.min(60, Math.max(3, words.length())));
                        case TEXT -> plain(paragraphs(words));
                        case BUTTON -> words + ":\n" + block.url();
                        case IMAGE -> "[" + words + "]";
                        case DIVIDER -> "-".repeat(40);
                    });
            text.append("\n\n");
        }
        return text.append("-- \n").append(footer.text()).append('\n').toString();
    }

    /** HTML as plain text: paragraphs apart, points of lists with a dash, and the address of a link after its words. */
    static String plain(String html) {
        var out = new StringBuilder();
        for (var node : Jsoup.parseBodyFragment(html).body().childNodes()) {
            say(node, out);
        }
        return out.toString()
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static void say(Node node, StringBuilder out) {
        if (node instanceof TextNode words) {
            out.append(words.text());
            return;
        }
        var tag = node.nodeName();
        if (tag.equals("li")) {
            out.append("\n- ");
        } else if (List.of("p", "ul", "ol", "h3", "blockquote").contains(tag)) {
            out.append("\n\n");
        } else if (tag.equals("br")) {
            out.append('\n');
        }
        int before = out.length();
        node.childNodes().forEach(child -> say(child, out));
        if (tag.equals("a") && !out.substring(before).equals(node.attr("href").replaceFirst("^(mailto|tel):", ""))) {
            out.append(" (").append(node.attr("href")).append(')');
        }
    }

    static String quoted(String text) {
        return Entities.escape(text, AS_WRITTEN).replace("\"", "&quot;").replace("'", "&#39;");
    }
}
