package fi.seloste.register;

import fi.seloste.base.Problem;
import java.util.Arrays;
import java.util.Locale;

/** Where a datum comes from (Art. 14(2)(f)). Every person and every contact point names one. */
public enum Source {
    MET_IN_PERSON,
    REGISTRATION,
    SERVICE_USE,
    OWN_FORM,
    EMAIL,
    PHONE,
    CONTRACT,
    MEETING,
    PUBLIC_WEB,
    BOUGHT_LIST,
    VISITOR_IDENTIFICATION,
    OTHER_SYSTEM;

    public static Source of(String code) {
        return Arrays.stream(values())
                .filter(source -> source.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("source", "register.source.unknown", code));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The URL, supplier or system must be named, so that the person can be told. */
    public boolean needsDetail() {
        return !isOfSubject();
    }

    /** Collected from the person (Art. 13); otherwise the person must still be told (Art. 14). */
    public boolean isOfSubject() {
        return switch (this) {
            case MET_IN_PERSON, REGISTRATION, SERVICE_USE, OWN_FORM, EMAIL, PHONE, CONTRACT, MEETING -> true;
            case PUBLIC_WEB, BOUGHT_LIST, VISITOR_IDENTIFICATION, OTHER_SYSTEM -> false;
        };
    }

    /** Another organisation handed it over. */
    public boolean isThirdParty() {
        return switch (this) {
            case BOUGHT_LIST, VISITOR_IDENTIFICATION, OTHER_SYSTEM -> true;
            case PUBLIC_WEB, MET_IN_PERSON, REGISTRATION, SERVICE_USE, OWN_FORM, EMAIL, PHONE, CONTRACT, MEETING ->
                false;
        };
    }

    /** The person's own act, with no employee between: nobody needs to be asked whether the person wanted it. */
    public boolean isOwnAct() {
        return this == REGISTRATION || this == SERVICE_USE || this == OWN_FORM;
    }
}
