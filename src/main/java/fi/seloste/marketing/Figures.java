package fi.seloste.marketing;

import java.util.List;
import java.util.UUID;

/** What a module above knows of a campaign, shown beside its own report. Read in the marketing purpose. */
public interface Figures {

    /** A number under the key of its label, perhaps with the key of a remark, and where it is told at length. */
    record Figure(String label, long number, String remark, String url) {}

    List<Figure> of(UUID campaign);
}
