package fi.seloste.intake;

import fi.seloste.base.Folded;
import fi.seloste.base.Shortened;
import fi.seloste.intake.Marketing.Status;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns about marketing say. A word that is not understood refuses its row: to guess wrong would write to somebody who had
 * said no.
 */
final class MarketingCells {

    private static final Set<String> NO =
            Set.of("no", "n", "false", "0", "-", "ei", "e", "epatosi", "nej", "falskt", "none", "not set");
    private static final Set<String> YES =
            Set.of("yes", "y", "true", "1", "x", "kylla", "k", "tosi", "ja", "j", "sant", "on", "opt-in");

    private static final Map<String, Status> WORDS = Map.ofEntries(
            Map.entry("subscribed", Status.SUBSCRIBED),
            Map.entry("subscriber", Status.SUBSCRIBED),
            Map.entry("active", Status.SUBSCRIBED),
            Map.entry("opted in", Status.SUBSCRIBED),
            Map.entry("tilaaja", Status.SUBSCRIBED),
            Map.entry("tilattu", Status.SUBSCRIBED),
            Map.entry("prenumerant", Status.SUBSCRIBED),
            Map.entry("confirmed", Status.SUBSCRIBED),
            Map.entry("no consent", Status.NO_CONSENT),
            Map.entry("non-subscribed", Status.NO_CONSENT),
            Map.entry("nonsubscribed", Status.NO_CONSENT),
            Map.entry("transactional", Status.NO_CONSENT),
            Map.entry("pending", Status.NO_CONSENT),
            Map.entry("archived", Status.NO_CONSENT),
            Map.entry("ei suostumusta", Status.NO_CONSENT),
            Map.entry("inget samtycke", Status.NO_CONSENT),
            Map.entry("unsubscribed", Status.BANNED),
            Map.entry("opted out", Status.BANNED),
            Map.entry("opted-out", Status.BANNED),
            Map.entry("blocked", Status.BANNED),
            Map.entry("complained", Status.BANNED),
            Map.entry("spam", Status.BANNED),
            Map.entry("do not contact", Status.BANNED),
            Map.entry("peruttu", Status.BANNED),
            Map.entry("perunut", Status.BANNED),
            Map.entry("kielto", Status.BANNED),
            Map.entry("kieltanyt", Status.BANNED),
            Map.entry("avregistrerad", Status.BANNED),
            Map.entry("avslutad", Status.BANNED));
    private static final Set<String> BOUNCED = Set.of("cleaned", "bounced", "hard bounced", "invalid", "palautunut");

    private final Reading reading;

    MarketingCells(Reading reading) {
        this.reading = reading;
    }

    Marketing read() {
        var said = new Marketing(Status.UNSAID, null, bounced());
        for (var cell : reading.cells(Field.MARKETING_STATUS)) {
            said = said.with(status(cell));
        }
        for (var cell : reading.cells(Field.MARKETING_BAN)) {
            said = NO.contains(Folded.of(cell.text())) ? said : said.with(ban(cell.text()));
        }
        for (var cell : reading.cells(Field.MARKETING_ALLOWED)) {
            said = said.with(allowed(cell));
        }
        for (var cell : reading.cells(Field.UNSUBSCRIBED)) {
            said = said.with(ban(cell.text()));
        }
        return said;
    }

    private boolean bounced() {
        return reading.cells(Field.BOUNCED).stream().anyMatch(cell -> !NO.contains(Folded.of(cell.text())));
    }

    private Marketing status(Reading.Cell cell) {
        var word = Folded.of(cell.text().replace('_', ' '));
        if (BOUNCED.contains(word)) {
            return new Marketing(Status.UNSAID, null, true);
        }
        var status = WORDS.get(word);
        return status == null ? unclear(cell) : new Marketing(status, null, false);
    }

    private Marketing allowed(Reading.Cell cell) {
        var word = Folded.of(cell.text());
        if (NO.contains(word)) {
            return ban("");
        }
        var permits = YES.contains(word) || Dates.isDate(cell.text()) || WORDS.get(word) == Status.SUBSCRIBED;
        return permits ? new Marketing(Status.SUBSCRIBED, null, false) : unclear(cell);
    }

    private Marketing unclear(Reading.Cell cell) {
        reading.faults()
                .add(new Fault(
                        reading.line(),
                        cell.header(),
                        Fault.Weight.ROW,
                        "intake.cell.marketingUnclear",
                        java.util.List.of(Shortened.of(cell.text()))));
        return Marketing.UNSAID;
    }

    private static Marketing ban(String text) {
        return new Marketing(Status.BANNED, since(text), false);
    }

    private static @Nullable LocalDate since(String text) {
        return Dates.isDate(text) ? Dates.parse(text) : null;
    }
}
