package fi.seloste.events;

import fi.seloste.marketing.Dated;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Events in the calendar of marketing. */
@Component
class EventDates implements Dated {

    private final EventRecords records;

    EventDates(EventRecords records) {
        this.records = records;
    }

    @Override
    public List<Entry> between(Instant from, Instant until, Locale language) {
        return records.between(from, until).stream()
                .map(one -> new Entry(
                        one.times().starts(),
                        one.name(language.getLanguage()),
                        "events.state." + one.state().code(),
                        "/events/" + one.id()))
                .toList();
    }
}
