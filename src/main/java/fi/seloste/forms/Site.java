package fi.seloste.forms;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** A site that may show a form, as browsers name it: scheme, host and port, without anything behind. */
final class Site {

    // What it may consist of cannot end a directive of a policy or begin another header.
    private static final Pattern HOST = Pattern.compile("[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?");

    private Site() {}

    static String origin(String written) {
        var text = written.strip();
        try {
            var url = new URI(text.contains("://") ? text : "https://" + text);
            var host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
            var scheme = url.getScheme().toLowerCase(Locale.ROOT);
            boolean plainly = url.getUserInfo() == null
                    && url.getQuery() == null
                    && url.getFragment() == null
                    && (url.getPath() == null || url.getPath().matches("/?"));
            boolean safely = scheme.equals("https") || (scheme.equals("http") && isHere(host));
            if (plainly && safely && HOST.matcher(host).matches()) {
                return scheme + "://" + host + (url.getPort() < 0 ? "" : ":" + url.getPort());
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw Problem.invalid("sites", "forms.site.malformed", Shortened.of(written));
    }

    /** While a site is being made. */
    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1");
    }
}
