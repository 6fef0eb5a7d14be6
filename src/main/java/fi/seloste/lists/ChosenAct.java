package fi.seloste.lists;

import fi.seloste.base.Problem;
import fi.seloste.store.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be done with many at once. Whoever may read people in a purpose may not therefore write in it. */
public enum ChosenAct {
    TAGGING("tag", "tag", 10_000),
    UNTAGGING("minus", "tag", 10_000),
    OWNERSHIP("user", "owner", 10_000),
    BAN("ban", "reason", 1_000);

    private final String icon;
    private final String field;
    private final int most;

    ChosenAct(String icon, String field, int most) {
        this.icon = icon;
        this.field = field;
        this.most = most;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String icon() {
        return icon;
    }

    /** The field that the act needs. */
    public String field() {
        return field;
    }

    /** One act touches so many: more would hold locks for long, and nobody would look at them. */
    int most() {
        return most;
    }

    public boolean isBan() {
        return this == BAN;
    }

    /** The acts that a purpose has on a list: the database would refuse the others. */
    public static List<ChosenAct> in(Kind kind, Purpose purpose) {
        return Arrays.stream(values()).filter(act -> act.isIn(kind, purpose)).toList();
    }

    private boolean isIn(Kind kind, Purpose purpose) {
        return switch (this) {
            case TAGGING, UNTAGGING ->
                purpose == Purpose.CUSTOMER || purpose == Purpose.SUPPORT && kind == Kind.ORGANISATIONS;
            case OWNERSHIP -> purpose == Purpose.CUSTOMER || purpose == Purpose.SUPPORT;
            case BAN ->
                kind == Kind.PEOPLE
                        && (purpose == Purpose.CUSTOMER || purpose == Purpose.SUPPORT || purpose == Purpose.MARKETING);
        };
    }

    /** The act whose address this is. */
    static ChosenAct at(String path, Kind kind, Purpose purpose) {
        return of(path.substring(path.lastIndexOf('/') + 1), kind, purpose);
    }

    static ChosenAct of(String code, Kind kind, Purpose purpose) {
        var act = Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("act", "lists.act.unknown", code));
        if (!act.isIn(kind, purpose)) {
            throw Problem.notAllowed("lists.act.notInPurpose", purpose.code());
        }
        return act;
    }
}
