package fi.seloste.imports;

import fi.seloste.base.Folded;
import fi.seloste.intake.Firm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers the organisations of a file: one for each Business ID, else for each name. Two Business IDs under one name are two
 * organisations; a name without one belongs to the first of its name.
 */
final class Firms {

    static final int NONE = -1;

    private final Seen seen = new Seen();
    private final List<int[]> merged = new ArrayList<>();
    private byte[] known = new byte[1 << 10];
    private int size;

    /** What a row tells of its organisation, worked out away from the thread that numbers. */
    record Keys(long id, long name, byte details) {

        private static final int ID = 1;

        static Keys of(Firm firm) {
            var id = firm.businessId();
            var details = firm.details();
            int told = bit(id != null, 0)
                    | bit(!firm.name().isEmpty(), 1)
                    | bit(firm.vatId() != null, 2)
                    | bit(!details.website().isEmpty(), 3)
                    | bit(!details.segment().isEmpty(), 4)
                    | bit(!details.einvoiceAddress().isEmpty(), 5)
                    | bit(!details.einvoiceOperator().isEmpty(), 6);
            return new Keys(
                    id == null ? 0 : Seen.hash("b " + id), Seen.hash("o " + Folded.of(firm.name())), (byte) told);
        }

        private static int bit(boolean set, int place) {
            return set ? 1 << place : 0;
        }

        boolean hasId() {
            return (details & ID) != 0;
        }

        boolean hasName() {
            return (details & 2) != 0;
        }
    }

    /** The organisation's number in this file. */
    int number(Keys keys) {
        int byName = keys.hasName() ? seen.get(keys.name()) : Seen.NEVER;
        if (!keys.hasId()) {
            return byName != Seen.NEVER ? byName : added(keys);
        }
        int byId = seen.get(keys.id());
        if (byId == Seen.NEVER) {
            if (byName == Seen.NEVER || (known[byName] & Keys.ID) != 0) {
                return added(keys);
            }
            seen.put(keys.id(), byName);
            return byName;
        }
        if (byName != Seen.NEVER && byName != byId && (known[byName] & Keys.ID) == 0) {
            merged.add(new int[] {byName, byId});
            seen.put(keys.name(), byId);
        }
        return byId;
    }

    /** Whether this row tells something of the organisation that no row before it told. */
    boolean isNews(int firm, Keys keys) {
        byte before = known[firm];
        known[firm] |= keys.details();
        return known[firm] != before;
    }

    /** Numbers that turned out to be another's: from, to. */
    List<int[]> merged() {
        return merged;
    }

    private int added(Keys keys) {
        if (size == known.length) {
            known = Arrays.copyOf(known, size * 2);
        }
        if (keys.hasId()) {
            seen.put(keys.id(), size);
        }
        if (keys.hasName() && seen.get(keys.name()) == Seen.NEVER) {
            seen.put(keys.name(), size);
        }
        return size++;
    }
}
