package fi.seloste.mailbox;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of an HTML letter. Nothing of its markup is ever shown, so nothing of it can do anything. */
final class HtmlText {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "br",
            "tr",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "table",
            "ul",
            "ol",
            "section",
            "article",
            "header",
            "footer",
            "hr");

    private HtmlText() {}

    static String of(String html) {
        Document document = Jsoup.parse(html);
        document.select("script, style, head, template, noscript, object, embed, iframe, svg, math")
                .remove();
        var words = new Words();
        document.body().traverse(words);
        return words.text.toString();
    }

    private static final class Words implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                append(words.text());
            } else if (node instanceof Element element) {
                if (BLOCKS.contains(element.normalName())) {
                    newLine();
                }
                if (element.normalName().equals("li")) {
                    append("- ");
                }
            }
        }

        /** Where a link leads is said: what it reads like may be something else. */
        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            var address = element.normalName().equals("a") ? element.attr("href") : "";
            if (address.matches("(?i)https?://.*") && !text.toString().endsWith(address)) {
                append(" <" + address + ">");
            }
            if (BLOCKS.contains(element.normalName())) {
                newLine();
            }
        }

        private void append(String words) {
            boolean open = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
            text.append(open ? words.stripLeading() : words);
        }

        private void newLine() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
    }
}
