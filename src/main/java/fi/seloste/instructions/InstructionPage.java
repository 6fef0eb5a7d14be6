package fi.seloste.instructions;

import fi.seloste.ui.View;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An instruction to be read: the edition that was asked for, the viewer's own state, and for the privacy officer who has read it. */
public record InstructionPage(
        Instruction instruction,
        Instruction.Edition shown,
        List<Instruction.Edition> editions,
        Mine mine,
        @Nullable Progress progress,
        LocalDate today)
        implements View {

    /** Whether it is for the viewer, whether the viewer has acknowledged it, and the last day to do so. */
    public record Mine(boolean asked, boolean read, LocalDate due) {}

    public String url() {
        return "/instructions/" + instruction.id();
    }

    public boolean isNewest() {
        return shown.number() == instruction.newest().number();
    }

    /** It is the text that holds, it is for the viewer, and the viewer has not said yes. */
    public boolean waits() {
        return instruction.isInForce() && isNewest() && mine.asked && !mine.read;
    }

    /** A paragraph, or the points of a list. */
    public record Block(boolean points, List<String> lines) {}

    /** The text by its blank lines; lines that begin with a hyphen are points. Nothing else in it is layout, so nothing in it can do harm. */
    public List<Block> blocks() {
        return Arrays.stream(shown.text().split("\n\\s*\n"))
                .map(part -> part.strip().lines().map(String::strip).toList())
                .filter(lines -> !lines.isEmpty())
                .map(InstructionPage::block)
                .toList();
    }

    private static Block block(List<String> lines) {
        return lines.stream().allMatch(line -> line.startsWith("- "))
                ? new Block(true, lines.stream().map(line -> line.substring(2)).toList())
                : new Block(false, lines);
    }
}
