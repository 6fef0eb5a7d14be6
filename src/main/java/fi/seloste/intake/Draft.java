package fi.seloste.intake;

import java.util.List;

/** One person or organisation as a file tells it, in the register's terms, with everything that was wrong and the lines it came from. */
public record Draft(List<Long> lines, Who who, Firm firm, Extras extras, List<Fault> faults) {

    public long line() {
        return lines.getFirst();
    }

    public boolean isPerson() {
        return !who.name().isEmpty() || !who.reach().isEmpty();
    }

    public boolean isOrganisation() {
        return !isPerson() && !firm.isEmpty();
    }

    /** Nothing of it comes in. */
    public boolean isRefused() {
        return faults.stream().anyMatch(fault -> fault.weight() == Fault.Weight.ROW);
    }

    /** The name, or what stands for it where the file has none. */
    public String displayName() {
        if (!isPerson()) {
            return firm.name().isEmpty() && firm.businessId() != null
                    ? firm.businessId().value()
                    : firm.name();
        }
        var reach = who.reach();
        return !who.name().isEmpty()
                ? who.name().full()
                : !reach.emails().isEmpty()
                        ? reach.emails().getFirst().address().value()
                        : reach.phones().isEmpty()
                                ? ""
                                : reach.phones().getFirst().number().display();
    }
}
