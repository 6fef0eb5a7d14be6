package fi.seloste.notice;

import java.time.LocalDate;
import java.util.List;

/** What stands at the top: title, whom it concerns, the short form, the days, and who vouches for what no program can enforce. */
public record Heading(Text title, Text scope, List<Text> summary, Days days, Attestation attested) {

    public record Days(LocalDate prepared, LocalDate updated) {}

    public record Attestation(LocalDate on, Text by) {}
}
