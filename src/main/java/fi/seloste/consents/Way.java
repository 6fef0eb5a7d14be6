package fi.seloste.consents;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a consent was withdrawn. */
public enum Way {
    /** A button on the person's own page. */
    OWN_PAGE,
    /** The link in a letter. */
    LINK,
    EMAIL,
    PHONE,
    PAPER,
    MEETING,
    API,
    /** A request under Art. 7(3) at the desk of rights. */
    REQUEST,
    /** A ban on marketing (Art. 21(2)) ends what had been agreed to for it. */
    BAN;

    /** What somebody may say who writes down the person's word. */
    public static final List<Way> SAID = List.of(PHONE, EMAIL, PAPER, MEETING);

    private static final List<Way> SENT = List.of(LINK, EMAIL, PHONE, PAPER, MEETING, API);

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As staff or a program says it; a request and a ban are acts of their own. */
    static Way of(String code) {
        return SENT.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "how",
                        "consents.how.unknown",
                        Shortened.of(code),
                        SENT.stream().map(Way::code).collect(Collectors.joining(", "))));
    }

    static Way kept(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
