package fi.seloste.consents;

import fi.seloste.base.PersonId;
import fi.seloste.store.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person agreed to, as their card shows it: in which purpose it was read, and whether the viewer may write there. */
public record ConsentPanel(PersonId person, Purpose purpose, boolean mayChange, List<Row> rows) {

    /** One consent in words: {@code standing} where it can be acted upon, {@code until} where it ended or will. */
    public record Row(
            UUID id,
            String name,
            Consent.State state,
            Instant since,
            @Nullable Instant until,
            @Nullable LocalDate lastDay,
            Wording upon) {

        public boolean isStanding() {
            return state == Consent.State.GIVEN;
        }
    }

    public List<Row> standing() {
        return rows.stream().filter(Row::isStanding).toList();
    }

    public List<Row> ended() {
        return rows.stream().filter(row -> !row.isStanding()).toList();
    }

    /** An address below the person's, in the purpose that was read. */
    public String to(String below) {
        var url = "/people/" + person + "/consents" + below;
        return purpose.isOfStaff() ? url + "?as=" + purpose.code() : url;
    }
}
