package fi.seloste.consents;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The way by which a consent came to us. */
public enum Channel {
    FORM,
    PHONE,
    PAPER,
    EMAIL,
    MEETING,
    API;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Channel of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "channel",
                        "consents.channel.unknown",
                        Shortened.of(code),
                        Arrays.stream(values()).map(Channel::code).collect(Collectors.joining(", "))));
    }
}
