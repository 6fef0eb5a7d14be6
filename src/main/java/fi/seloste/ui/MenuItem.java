package fi.seloste.ui;

import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One line of the menu: the key of its text, address, icon, place, the letter that after {@code g} goes there, how many things wait
 * behind it (asked for each page, so it must be a maintained number), and who sees it.
 */
public record MenuItem(
        String key,
        String url,
        String icon,
        MenuGroup group,
        int order,
        @Nullable String letter,
        ToLongFunction<Viewer> count,
        Predicate<Viewer> shown) {

    public static MenuItem of(String key, String url, String icon, MenuGroup group, int order) {
        return new MenuItem(key, url, icon, group, order, null, viewer -> 0, Viewer::signedIn);
    }

    public MenuItem going(String byLetter) {
        return new MenuItem(key, url, icon, group, order, byLetter, count, shown);
    }

    public MenuItem counting(ToLongFunction<Viewer> waiting) {
        return new MenuItem(key, url, icon, group, order, letter, waiting, shown);
    }

    public MenuItem shownTo(Predicate<Viewer> viewers) {
        return new MenuItem(key, url, icon, group, order, letter, count, viewers);
    }

    /** Whether a page at this path belongs here. */
    boolean isAt(String path) {
        return url.equals("/") ? path.equals("/") : path.equals(url) || path.startsWith(url + "/");
    }
}
