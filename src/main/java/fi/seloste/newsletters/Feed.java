package fi.seloste.newsletters;

import fi.seloste.marketing.Archive;
import fi.seloste.marketing.Issue;
import java.io.ByteArrayOutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The issues of a newsletter as RSS 2.0, in one language. */
final class Feed {

    /** What XML 1.0 has no way to write, not even as a number. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int SUMMARY = 500;

    private final Topic topic;
    private final String address;
    private final Locale language;

    Feed(Topic topic, String address, Locale language) {
        this.topic = topic;
        this.address = address;
        this.language = language;
    }

    record Entry(Issue issue, Archive.Shown shown) {}

    byte[] of(List<Entry> entries) {
        var out = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            channel(xml, entries);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private void channel(XMLStreamWriter xml, List<Entry> entries) throws XMLStreamException {
        var spoken = topic.languageFor(language.getLanguage());
        xml.writeStartElement("rss");
        xml.writeAttribute("version", "2.0");
        xml.writeNamespace("atom", ATOM);
        xml.writeStartElement("channel");
        element(xml, "title", topic.in(spoken).name());
        element(xml, "link", address);
        element(xml, "description", topic.in(spoken).about());
        element(xml, "language", spoken);
        xml.writeEmptyElement("atom", "link", ATOM);
        xml.writeAttribute("href", address + "/feed.xml");
        xml.writeAttribute("rel", "self");
        xml.writeAttribute("type", "application/rss+xml");
        for (var entry : entries) {
            item(xml, entry);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void item(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        var link = address + "/issues/" + entry.issue().id();
        xml.writeStartElement("item");
        element(xml, "title", entry.shown().subject());
        element(xml, "link", link);
        element(xml, "guid", link);
        element(
                xml,
                "pubDate",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        entry.issue().sentAt().atOffset(ZoneOffset.UTC)));
        element(xml, "description", summary(entry.shown().text()));
        xml.writeEndElement();
    }

    /** How it begins, without the foot that every message has. Cut between signs, not within one. */
    private static String summary(String text) {
        var words = text.split("\n-- \n", 2)[0].strip();
        return words.codePointCount(0, words.length()) <= SUMMARY
                ? words
                : words.substring(0, words.offsetByCodePoints(0, SUMMARY)) + "…";
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(UNWRITABLE.matcher(text).replaceAll(""));
        xml.writeEndElement();
    }
}
