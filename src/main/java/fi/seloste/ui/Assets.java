package fi.seloste.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The static files: ours from {@code static/}, Tabler's style sheet and htmx from their packages. Each has an address with its
 * content's hash, so browsers keep it for good and still see a change at once.
 */
@Component
class Assets {

    private static final Pattern REFERENCE = Pattern.compile("asset:([a-z0-9.-]+)");
    private static final Pattern DARK = Pattern.compile("\\[data-bs-theme=dark][^{}]*\\{[^{}]*}");

    private final boolean dev;
    private volatile Map<String, Asset> byName;

    Assets(@Value("${seloste.dev:false}") boolean dev) {
        this.dev = dev;
        this.byName = load();
    }

    Optional<Asset> find(String name) {
        if (dev) {
            byName = load();
        }
        return Optional.ofNullable(byName.get(name));
    }

    String url(String name) {
        var asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no static file " + name);
        }
        return asset.url();
    }

    private static Map<String, Asset> load() {
        var assets = new LinkedHashMap<String, Asset>();
        var packages = "classpath*:META-INF/resources/webjars/";
        add(assets, "htmx.js", text(files(packages + "htmx.org/*/dist/htmx.min.js")[0]));
        add(assets, "tabler.css", darkBySystem(text(files(packages + "tabler__core/*/dist/css/tabler.min.css")[0])));
        var ours = files("classpath*:static/*.*");
        for (var file : ours) {
            var name = String.valueOf(file.getFilename());
            if (!name.endsWith(".css")) {
                assets.put(name, Asset.of(name, bytes(file)));
            }
        }
        for (var file : ours) {
            var name = String.valueOf(file.getFilename());
            if (name.endsWith(".css")) {
                add(assets, name, text(file));
            }
        }
        return Map.copyOf(assets);
    }

    /** A style sheet names a font or picture as {@code asset:name}. */
    private static void add(Map<String, Asset> assets, String name, String text) {
        var linked = REFERENCE.matcher(text).replaceAll(found -> {
            var asset = assets.get(found.group(1));
            return asset == null ? found.group() : asset.url();
        });
        assets.put(name, Asset.of(name, linked.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Tabler goes dark by an attribute only, which a page without script cannot set by the system. Its dark rules, a dozen, are
     * repeated for a dark system where the viewer chose nothing.
     */
    static String darkBySystem(String tabler) {
        var dark = new StringBuilder(tabler).append("\n@media (prefers-color-scheme:dark){");
        for (var rule = DARK.matcher(tabler); rule.find(); ) {
            dark.append(rule.group().replace("[data-bs-theme=dark]", ":root:where(:not([data-bs-theme]))"));
        }
        return dark.append("}\n").toString();
    }

    private static Resource[] files(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
