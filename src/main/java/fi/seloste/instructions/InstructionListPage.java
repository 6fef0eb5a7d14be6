package fi.seloste.instructions;

import fi.seloste.ui.View;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The instructions: one's own state of each, and for the privacy officer how far the others have come. */
public record InstructionListPage(List<Row> rows, boolean officer, LocalDate today) implements View {

    /** {@code due} is the viewer's last day where the instruction is for the viewer and waits; {@code progress} is the officer's. */
    public record Row(
            Instruction instruction,
            boolean mine,
            boolean read,
            LocalDate due,
            @Nullable Progress progress) {

        public boolean waits() {
            return instruction.isInForce() && mine && !read;
        }
    }
}
