package fi.seloste.disclosures;

import fi.seloste.ui.View;
import java.time.LocalDate;
import java.util.List;

/** The register of disclosures: what awaits a decision first, and how many there are of each kind. */
public record DisclosureListPage(List<Disclosure> rows, Disclosures.Counted counted, LocalDate today) implements View {

    @Override
    public String as() {
        return "rights";
    }
}
