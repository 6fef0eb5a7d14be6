package fi.seloste.marketing;

import java.util.List;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/** Words that somebody pasted, with what a mail may not hold taken out, and what that was. */
record Cleaned(String words, List<String> removed) {

    static final Safelist ALLOWED = new Safelist()
            .addTags("p", "br", "b", "strong", "i", "em", "u", "ul", "ol", "li", "a", "h3", "blockquote")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "http", "https", "mailto", "tel");

    private static final OutputSettings AS_WRITTEN = new OutputSettings().prettyPrint(false);

    static Cleaned of(String written) {
        var clean = Jsoup.clean(written, "", ALLOWED, AS_WRITTEN);
        var removed = new TreeSet<String>();
        var before = Jsoup.parseBodyFragment(written).body();
        var after = Jsoup.parseBodyFragment(clean).body();
        before.getAllElements().forEach(element -> lost(element, before, after, removed));
        // A document that was pasted whole brings a head, which the parser takes apart.
        if (written.toLowerCase(java.util.Locale.ROOT).contains("<html")) {
            removed.add("<html>");
        }
        return new Cleaned(removed.isEmpty() ? written : clean, List.copyOf(removed));
    }

    private static void lost(Element element, Element before, Element after, TreeSet<String> removed) {
        var tag = element.normalName();
        if (element == before) {
            return;
        }
        if (before.getElementsByTag(tag).size() > after.getElementsByTag(tag).size()) {
            removed.add("<" + tag + ">");
            return;
        }
        element.attributes().forEach(attribute -> {
            var name = attribute.getKey();
            if (before.getElementsByAttribute(name).size()
                    > after.getElementsByAttribute(name).size()) {
                removed.add(tag + " " + name);
            }
        });
    }
}
