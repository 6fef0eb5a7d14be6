package fi.seloste.demo;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what can be reached by links. Addresses of one shape lead to one page of ours, whatever id stands in them, so one of each is
 * opened.
 */
final class Pathfinder {

    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\bhref=\"(/[^\"#]*)");
    private static final Pattern HEADING = Pattern.compile("<h1[ >]");
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NAMED =
            Pattern.compile("(?<=/)(categories|purposes|recipients|texts|fields|due|notice/versions)/[^/?]+");
    private static final Pattern VALUE = Pattern.compile("=[^&]*");

    private final APIRequestContext browser;
    private final String base;

    Pathfinder(APIRequestContext browser, String base) {
        this.browser = browser;
        this.base = base;
    }

    /** What an address answered, and by which page one came to it. */
    record Found(String path, @Nullable String from, int status, boolean isPage, int headings, String title) {}

    private record Way(String path, @Nullable String from) {}

    List<Found> from(String start) {
        var found = new ArrayList<Found>();
        var seen = new HashSet<String>();
        var ways = new ArrayDeque<>(List.of(new Way(start, null)));
        while (!ways.isEmpty()) {
            var way = ways.remove();
            if (!seen.add(shape(way.path()))) {
                continue;
            }
            var answer = browser.get(base + way.path(), RequestOptions.create().setMaxRedirects(5));
            var html = isHtml(answer) ? answer.text() : "";
            found.add(found(way, answer, html));
            answer.dispose();
            var links = LINK.matcher(html);
            while (links.find()) {
                ways.add(new Way(links.group(1).replace("&amp;", "&"), way.path()));
            }
        }
        return found;
    }

    private static Found found(Way way, APIResponse answer, String html) {
        var title = TITLE.matcher(html);
        return new Found(
                way.path(),
                way.from(),
                answer.status(),
                isHtml(answer),
                (int) HEADING.matcher(html).results().count(),
                title.find() ? title.group(1) : "");
    }

    private static boolean isHtml(APIResponse answer) {
        return answer.headers().getOrDefault("content-type", "").startsWith("text/html");
    }

    /** A list is one page under whatever conditions. */
    private static String shape(String path) {
        var shape = ID.matcher(path).replaceAll("*");
        shape = NAMED.matcher(shape).replaceAll("$1/*");
        var question = shape.indexOf('?');
        var isList = shape.matches("/(people|organisations)(/(filters|columns|views|views/new|chosen|export))?\\?.*");
        return isList ? shape.substring(0, question) : VALUE.matcher(shape).replaceAll("");
    }
}
