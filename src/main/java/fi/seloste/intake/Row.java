package fi.seloste.intake;

import java.util.List;

/** One row as it stands in the file: the line it starts on, a cell for every header, and what was wrong with it already. */
public record Row(long line, List<String> cells, List<Fault> faults) {

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    Row with(Fault fault) {
        var all = new java.util.ArrayList<>(faults);
        all.add(fault);
        return new Row(line, cells, List.copyOf(all));
    }
}
