package fi.seloste.responses;

import fi.seloste.marketing.Following.Mail;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;

/** A mail cut where its links stand, so that each message is put together anew in no time. */
record Slots(Cut html, Cut text) {

    private static final Pattern LINK = Pattern.compile("(?i)(<a\\b[^>]*?\\bhref=\")([^\"]*)(?=\")");
    private static final Pattern END = Pattern.compile("(?i)</body>");
    private static final int LONGEST = 4_000;

    /** Pieces of a text, and between them places of links. */
    record Cut(List<String> pieces, List<Integer> places) {

        String filled(IntFunction<String> link) {
            var out = new StringBuilder(pieces.getFirst());
            for (int i = 0; i < places.size(); i++) {
                out.append(link.apply(places.get(i))).append(pieces.get(i + 1));
            }
            return out.toString();
        }
    }

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

    static Slots of(Mail mail, Map<String, Integer> places) {
        var marked = LINK.matcher(mail.html()).replaceAll(found -> {
            var place = places.get(Parser.unescapeEntities(found.group(2), true));
            return Matcher.quoteReplacement(found.group(1) + (place == null ? found.group(2) : mark("c", place)));
        });
        return new Slots(cut(END.matcher(marked).replaceFirst(unseen() + "</body>")), cut(plain(mail.text(), places)));
    }

    /** A link that no reader sees, for machines that follow all there are; and the picture that tells that a message was opened. */
    private static String unseen() {
        return "<a href=\"%s\" style=\"display:none\" aria-hidden=\"true\" tabindex=\"-1\"></a>"
                        .formatted(mark("c", Token.TRAP))
                + "<img src=\"%s\" width=\"1\" height=\"1\" alt=\"\" style=\"display:block\" />"
                        .formatted(mark("o", Token.OPEN));
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
        return Pattern.compile(any).matcher(text).replaceAll(found -> mark("c", places.getOrDefault(found.group(), 0)));
    }

    private static String mark(String door, int place) {
        return "\u0002" + door + place + "\u0003";
    }

    private static Cut cut(String marked) {
        var pieces = new ArrayList<String>();
        var places = new ArrayList<Integer>();
        int from = 0;
        for (int at = marked.indexOf('\u0002'); at >= 0; at = marked.indexOf('\u0002', from)) {
            int end = marked.indexOf('\u0003', at);
            pieces.add(marked.substring(from, at));
            places.add(Integer.valueOf(marked.substring(at + 2, end)));
            from = end + 1;
        }
        pieces.add(marked.substring(from));
        return new Cut(List.copyOf(pieces), List.copyOf(places));
    }
}
