package fi.seloste.notice;

import java.util.List;

/** A category of personal data (GDPR Art. 14(1)(d)) with everything that is promised about it. */
public record Category(String id, Wording wording, Links links, Retention retention, List<String> terms) {

    /** {@code required} says whether the data must be given, and what follows if not (GDPR Art. 13(2)(e)). */
    public record Wording(Text name, Text data, Text required) {}

    /** Whom the data are about, what they serve, where they come from: ids of groups, purposes and sources. */
    public record Links(List<String> groups, List<String> purposes, List<String> sources) {}

    public Text name() {
        return wording.name();
    }

    public List<String> purposes() {
        return links.purposes();
    }
}
