package fi.seloste.staff;

import java.util.List;
import java.util.Map;

/** A browser in two words, so that people recognise their own; the full text would be a fingerprint. */
final class Browser {

    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg/", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS", "macOS"),
            Map.entry("Linux", "Linux"));

    private Browser() {}

    static String of(String agent) {
        var browser = first(BROWSERS, agent);
        var system = first(SYSTEMS, agent);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    private static String first(List<Map.Entry<String, String>> known, String agent) {
        return known.stream()
                .filter(sign -> agent.contains(sign.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
