package fi.seloste.instructions;

import fi.seloste.ui.View;
import java.time.LocalDate;
import java.util.List;

/** What one person has read and what still waits for them. */
public record StaffLogPage(String name, List<Instructions.Acknowledged> read, List<Waiting> waiting, LocalDate today)
        implements View {

    public record Waiting(Instruction instruction, LocalDate due) {}

    public boolean isLate(Waiting one) {
        return one.due.isBefore(today);
    }
}
