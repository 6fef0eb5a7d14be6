package fi.seloste.responses;

import fi.seloste.marketing.Following;
import fi.seloste.marketing.Following.Mail;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;

/** Finds the links of a mail that are followed, and puts places in their stead. */
final class Slots {

    private static final Pattern LINK = Pattern.compile("(?i)(<a\\b[^>]*?\\bhref=\")([^\"]*)(?=\")");
    private static final Pattern END = Pattern.compile("(?i)</body>");
    private static final int LONGEST = 4_000;

    private Slots() {}

    /** What may be followed of a mail's links, in the order in which they stand; an address that stands twice is one link. */
    static List<String> links(Mail mail, Predicate<String> isOurs) {
        return LINK.matcher(mail.html())
                .results()
                .map(found -> Parser.unescapeEntities(found.group(2), true))
                .filter(url -> target(url).isPresent() && !isOurs.test(url))
                .distinct()
                .limit(Token.MOST_LINKS)
                .toList();
    }

    /**
     * The address as a browser is sent there; empty for what is not followed: mail and telephone, what is no address of the web, and an address that names
     * its reader by a merge field, since a click on it would lead to a place that the campaign does not hold.
     */
    static Optional<String> target(String url) {
        if (url.length() > LONGEST || url.contains("{{") || url.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            return Optional.empty();
        }
        try {
            var uri = new URI(url);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            var web = (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
            return web && uri.getUserInfo() == null ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The mail with a place for each address that has one. */
    static Mail of(Mail mail, Map<String, Integer> places) {
        var marked = LINK.matcher(mail.html()).replaceAll(found -> {
            var place = places.get(Parser.unescapeEntities(found.group(2), true));
            return Matcher.quoteReplacement(found.group(1) + (place == null ? found.group(2) : Following.place(place)));
        });
        return new Mail(END.matcher(marked).replaceFirst(unseen() + "</body>"), plain(mail.text(), places));
    }

    /** A link that no reader sees, for machines that follow all there are; and the picture that tells that a message was opened. */
    private static String unseen() {
        return "<a href=\"%s\" style=\"display:none\" aria-hidden=\"true\" tabindex=\"-1\"></a>"
                        .formatted(Following.place(Token.TRAP))
                + "<img src=\"%s\" width=\"1\" height=\"1\" alt=\"\" style=\"display:block\" />"
                        .formatted(Following.place(Token.OPEN));
    }

    /** In plain text an address stands by itself; of two the longer one is looked for first. */
    private static String plain(String text, Map<String, Integer> places) {
        if (places.isEmpty()) {
            return text;
        }
        var any = places.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![^\\s(])(?:", ")(?=[\\s)]|$)"));
        return Pattern.compile(any)
                .matcher(text)
                .replaceAll(found -> Following.place(places.getOrDefault(found.group(), 0)));
    }
}
