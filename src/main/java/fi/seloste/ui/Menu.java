package fi.seloste.ui;

import java.util.List;

/** Lines of the menu; each module above adds a bean with its own. */
@FunctionalInterface
public interface Menu {

    List<MenuItem> items();

    /** A caption and the lines below it, as one viewer sees them. */
    record Group(String key, List<Line> lines) {}

    record Line(String key, String url, String icon, String letter, long count, boolean here) {}
}
