package fi.seloste.webhooks;

import fi.seloste.base.Problem;
import fi.seloste.staff.Permission;
import fi.seloste.store.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What other programs may be told of. The code stands in the call and does not change. */
public enum Happening {
    PERSON_ADDED(Kind.PERSON),
    PERSON_CHANGED(Kind.PERSON),
    PERSON_MERGED(Kind.PERSON, true),
    PERSON_BANNED(Kind.PERSON, true),
    PERSON_BAN_LIFTED(Kind.PERSON),
    PERSON_RESTRICTED(Kind.PERSON, true),
    PERSON_RELEASED(Kind.PERSON),
    PERSON_ERASED(Kind.PERSON, true),
    ORGANISATION_ADDED(Kind.ORGANISATION),
    ORGANISATION_CHANGED(Kind.ORGANISATION),
    ORGANISATION_MERGED(Kind.ORGANISATION, true),
    IMPORT_COMMITTED(Kind.IMPORT),
    IMPORT_UNDONE(Kind.IMPORT),
    REQUEST_RECEIVED(Kind.REQUEST),
    REQUEST_ENDED(Kind.REQUEST),
    /** Somebody's answers in a form were taken in; the id is that of the submission. */
    FORM_SUBMITTED(Kind.FORM),
    /** A trial, sent by hand; nobody subscribes to it. */
    WEBHOOK_TESTED(Kind.WEBHOOK);

    /** What it happened to. */
    public enum Kind {
        PERSON,
        ORGANISATION,
        IMPORT,
        REQUEST,
        FORM,
        WEBHOOK;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;
    private final boolean leaving;

    Happening(Kind kind) {
        this(kind, false);
    }

    Happening(Kind kind, boolean leaving) {
        this.kind = kind;
        this.leaving = leaving;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether somebody is out of sight by it: the receiver has to hear of that although its purpose sees them no more (Art. 19). */
    public boolean isLeaving() {
        return leaving;
    }

    public String code() {
        return kind.code() + "."
                + name().substring(kind.name().length() + 1)
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
    }

    /** In which purposes a program may be told of it. */
    public boolean isFor(Purpose purpose) {
        return switch (kind) {
            case PERSON, ORGANISATION -> purpose.isOfStaff();
            case IMPORT -> purpose == Purpose.CUSTOMER;
            case REQUEST -> purpose == Purpose.RIGHTS;
            case FORM -> purpose == Purpose.CUSTOMER || purpose == Purpose.MARKETING;
            case WEBHOOK -> false;
        };
    }

    /** Those that can be chosen. */
    public static List<Happening> choosable() {
        return Arrays.stream(values()).filter(one -> one.kind != Kind.WEBHOOK).toList();
    }

    /** The purposes in which there is anything to be told. */
    public static List<Purpose> purposes() {
        return Permission.HOLDABLE.stream()
                .filter(purpose -> choosable().stream().anyMatch(one -> one.isFor(purpose)))
                .toList();
    }

    static Happening of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("events", "webhooks.event.unknown", code));
    }
}
