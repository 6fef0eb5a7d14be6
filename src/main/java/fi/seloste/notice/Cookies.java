package fi.seloste.notice;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the website stores on a visitor's device (Act 917/2014 s. 205). */
public record Cookies(Text text, List<Cookie> list) {

    public record Cookie(String name, Text text, String provider, boolean needsConsent, Reach reach) {}

    public record Reach(boolean thirdParty, @Nullable Period lifetime) {}
}
