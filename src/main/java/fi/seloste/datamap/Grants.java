package fi.seloste.datamap;

import fi.seloste.store.Purpose;
import fi.seloste.store.Roles;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What each purpose may read and write, column by column: the notice's categories and purposes, applied to the data maps. */
@Component
class Grants {

    private static final Set<Column.Kind> FOR_REMOVAL = EnumSet.of(
            Column.Kind.KEY,
            Column.Kind.SUBJECT,
            Column.Kind.SUBJECTS,
            Column.Kind.REF,
            Column.Kind.ALIAS,
            Column.Kind.TIME,
            Column.Kind.CODE,
            Column.Kind.BLOB,
            Column.Kind.FINGERPRINT, // what must not be collected again is told by it
            Column.Kind.STAFF,
            Column.Kind.STAFF_NAME, // who has left is named no more
            Column.Kind.NOT_PERSONAL);

    /** Who compares fingerprints. */
    private static final Set<Purpose> MATCHING =
            EnumSet.of(Purpose.RIGHTS, Purpose.SUBJECT, Purpose.KEEPING, Purpose.RETENTION);

    private final DataMap map;
    private final Roles roles;

    Grants(DataMap map, Roles roles) {
        this.map = map;
        this.roles = roles;
    }

    Set<Grant> wanted(Declared declared) {
        var grants = new TreeSet<Grant>();
        for (var table : map.tables()) {
            for (var purpose : Purpose.values()) {
                if (purpose != Purpose.OWNER) {
                    new OfTable(table, purpose, reads(table, purpose, declared), grants).add();
                }
            }
        }
        return grants;
    }

    /** The purposes that read a table. Rights read whatever is about people, retention what it needs to remove it. */
    static boolean reads(Table table, Purpose purpose, Declared declared) {
        if (table.access().reads().contains(purpose.code())) {
            return true;
        }
        if (purpose == Purpose.RETENTION && (isOwned(table) || namesStaff(table))) {
            return true;
        }
        if (table.isTechnical()) {
            return false;
        }
        return switch (purpose) {
            case RIGHTS -> true;
            case RETENTION -> table.isAboutPeople();
            case SUBJECT -> table.ties().standing();
            case KEEPING -> counts(table, declared);
            case TECHNICAL, OWNER -> false;
            case CUSTOMER, SUPPORT, MARKETING, CONTRACTS, BILLING, CLAIMS, REFERENCES, ANALYTICS ->
                declared.purposesOf(table.category()).contains(purpose);
        };
    }

    /** Whom marketing must not see is counted by what marketing may ask, and by nothing else. */
    private static boolean counts(Table table, Declared declared) {
        return table.access().visible().containsKey(Purpose.KEEPING.code())
                && declared.purposesOf(table.category()).contains(Purpose.MARKETING);
    }

    private static boolean isOwned(Table table) {
        return table.isOwnedBy(Table.Owner.ORGANISATION) || table.isOwnedBy(Table.Owner.STAFF);
    }

    private static boolean namesStaff(Table table) {
        return table.columns().stream().anyMatch(OfTable::isStaffName);
    }

    private final class OfTable {

        private final Table table;
        private final Purpose purpose;
        private final boolean reads;
        private final Set<Grant> grants;

        OfTable(Table table, Purpose purpose, boolean reads, Set<Grant> grants) {
            this.table = table;
            this.purpose = purpose;
            this.reads = reads;
            this.grants = grants;
        }

        void add() {
            if (reads) {
                columns("SELECT", this::isReadable);
            }
            if (table.access().writes().contains(purpose.code()) && (reads || !purpose.isOfStaff())) {
                columns("INSERT", column -> true);
                columns("UPDATE", this::isWritable);
                whole("DELETE");
            } else if (removes()) {
                columns("UPDATE", column -> true);
                whole("DELETE");
            } else if (purpose == Purpose.RETENTION) {
                columns("UPDATE", OfTable::isStaffName);
            }
            if (table.access().inserts().contains(purpose.code())) {
                columns("INSERT", column -> true);
            }
            var updated = table.access().updates().get(purpose.code());
            if (updated != null) {
                columns("UPDATE", column -> updated.contains(column.name()));
            }
        }

        private boolean removes() {
            return table.isAboutPeople()
                    ? purpose == Purpose.RETENTION || purpose == Purpose.RIGHTS
                    : purpose == Purpose.RETENTION && isOwned(table);
        }

        private static boolean isStaffName(Column column) {
            return column.kind() == Column.Kind.STAFF_NAME;
        }

        private boolean isReadable(Column column) {
            var hidden = table.access().hidden().get(column.name());
            var visible = table.access().visible().get(purpose.code());
            if (column.kind().isUnread() || (hidden != null && !hidden.contains(purpose.code()))) {
                return false;
            }
            if (visible != null) {
                return visible.contains(column.name());
            }
            if (purpose == Purpose.RETENTION && !table.access().reads().contains(purpose.code())) {
                return FOR_REMOVAL.contains(column.kind());
            }
            return column.kind() != Column.Kind.FINGERPRINT || MATCHING.contains(purpose);
        }

        /** Standing is changed by rights and by the functions of bans alone. */
        private boolean isWritable(Column column) {
            return !(table.ties().standing() && column.name().equals("standing")) || purpose == Purpose.RIGHTS;
        }

        private void columns(String privilege, Predicate<Column> which) {
            for (var column : table.names(which)) {
                grants.add(new Grant(roles.of(purpose), privilege, table.qualified(), column));
            }
        }

        private void whole(String privilege) {
            grants.add(new Grant(roles.of(purpose), privilege, table.qualified(), null));
        }
    }

    List<String> roleNames() {
        return java.util.Arrays.stream(Purpose.values())
                .filter(p -> p != Purpose.OWNER)
                .map(roles::of)
                .toList();
    }
}
