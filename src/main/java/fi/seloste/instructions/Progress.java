package fi.seloste.instructions;

import java.time.LocalDate;
import java.util.List;

/** How far the reading of an instruction has come among those who must. */
public record Progress(Instruction instruction, List<Reader> readers, LocalDate today) {

    public Progress {
        readers = List.copyOf(readers);
    }

    public int asked() {
        return readers.size();
    }

    public int acknowledged() {
        return (int) readers.stream().filter(Reader::hasRead).count();
    }

    public int late() {
        return (int) readers.stream().filter(reader -> reader.isLate(today)).count();
    }
}
