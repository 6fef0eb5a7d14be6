package fi.seloste.staff;

import static fi.seloste.staff.Action.CHANGE;
import static fi.seloste.staff.Action.EXPORT;
import static fi.seloste.staff.Action.MANAGE;
import static fi.seloste.staff.Action.SEE;

import fi.seloste.store.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a new account's permissions start; each can be changed afterwards, a role is not remembered. */
public enum Role {
    SALESPERSON,
    SUPPORT_AGENT,
    MARKETER,
    FINANCE,
    PRIVACY_OFFICER,
    OPERATOR;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public Permissions permissions() {
        return switch (this) {
            case SALESPERSON ->
                new Start()
                        .may(Purpose.CUSTOMER, SEE, CHANGE)
                        .may(Purpose.CONTRACTS, SEE, CHANGE)
                        .may(Purpose.REFERENCES, SEE)
                        .given();
            case SUPPORT_AGENT ->
                new Start()
                        .may(Purpose.SUPPORT, SEE, CHANGE)
                        .may(Purpose.CUSTOMER, SEE)
                        .given();
            case MARKETER ->
                new Start()
                        .may(Purpose.MARKETING, SEE, CHANGE)
                        .may(Purpose.REFERENCES, SEE, CHANGE)
                        .may(Purpose.ANALYTICS, SEE)
                        .given();
            case FINANCE ->
                new Start()
                        .may(Purpose.BILLING, SEE, CHANGE, EXPORT)
                        .may(Purpose.CLAIMS, SEE, CHANGE)
                        .may(Purpose.CONTRACTS, SEE)
                        .given();
            case PRIVACY_OFFICER ->
                new Start()
                        .may(Purpose.RIGHTS, SEE, CHANGE, EXPORT, MANAGE)
                        .may(Purpose.RETENTION, SEE, CHANGE, MANAGE)
                        .may(Purpose.CUSTOMER, SEE)
                        .given();
            case OPERATOR -> Permissions.allOf(Permission.HOLDABLE);
        };
    }

    private static final class Start {
        private final List<Permission> permissions = new ArrayList<>();

        Start may(Purpose purpose, Action... actions) {
            for (var action : actions) {
                permissions.add(new Permission(purpose, action, Scope.ALL));
            }
            return this;
        }

        Permissions given() {
            return Permissions.of(permissions);
        }
    }
}
