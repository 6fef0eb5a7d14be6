package fi.seloste.events;

import fi.seloste.base.Ids;
import fi.seloste.base.Sentence;
import fi.seloste.base.Worded;
import fi.seloste.marketing.Question;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Option;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What audiences can ask about events: who was invited, has a place, waits, came, and did not. */
@Configuration(proxyBeanMethods = false)
class EventQuestions {

    private static final int OFFERED = 50;
    private static final String AMONG = """
            p.person_id in (select y.person_id from events.participation y where y.event_id = %s and y.confirmed_at is not null and\s""";

    @Bean
    @Order(310)
    Question eventInvited(Known known) {
        return new OfEvent("event-invited", """
                p.person_id in (select d.person_id
                                  from marketing.delivery d
                                  join events.invitation i on i.campaign_id = d.campaign_id
                                 where i.event_id = %s and i.kind = 'invitation' and d.state = 'sent')""", "marketing-communication", known);
    }

    @Bean
    @Order(311)
    Question eventRegistered(Known known) {
        return participation("event-registered", "y.state = 'registered')", known);
    }

    @Bean
    @Order(312)
    Question eventWaiting(Known known) {
        return participation("event-waiting", "y.state = 'waiting')", known);
    }

    @Bean
    @Order(313)
    Question eventAttended(Known known) {
        return participation("event-attended", "y.attended_at is not null)", known);
    }

    @Bean
    @Order(314)
    Question eventMissed(Known known) {
        return participation("event-missed", "y.state = 'registered' and y.attended_at is null)", known);
    }

    private static Question participation(String code, String stands, Known known) {
        return new OfEvent(code, AMONG + stands, "subscriptions-events", known);
    }

    /** The events that can be asked about, as marketing reads them. */
    @Component
    static class Known {

        private final EventRecords records;
        private final Purposes purposes;
        private final Clock clock;

        Known(EventRecords records, Purposes purposes, Clock clock) {
            this.records = records;
            this.purposes = purposes;
            this.clock = clock;
        }

        Optional<Event> find(UUID id) {
            return purposes.as(Purpose.MARKETING, () -> records.find(id));
        }

        /** Those to come and those that were last; by words any of them. */
        List<Event> found(@Nullable String typed) {
            return purposes.as(Purpose.MARKETING, () -> {
                if (typed != null && !typed.isBlank()) {
                    return records.called(typed.strip(), OFFERED);
                }
                var now = clock.instant();
                return Stream.concat(
                                records.coming(now, null, Integer.MAX_VALUE).stream(),
                                records.over(now, null, OFFERED).stream())
                        .toList();
            });
        }
    }

    /** A question whose value is the id of an event. */
    private record OfEvent(String code, String sql, String category, Known known) implements Question {

        @Override
        public Form form() {
            return Form.SEARCH;
        }

        @Override
        public String checked(String value) {
            return Ids.parse("value", value).toString();
        }

        @Override
        public String holds(String given) {
            return sql.formatted(given);
        }

        @Override
        public Object bound(String value) {
            return UUID.fromString(value);
        }

        @Override
        public Object shown(String value) {
            return known.find(UUID.fromString(value))
                    .<Object>map(one -> (Worded) language -> one.name(language.getLanguage()))
                    .orElse(value);
        }

        @Override
        public List<Option> options(@Nullable String typed, Locale language) {
            return known.found(typed).stream()
                    .map(one -> new Option(
                            one.id().toString(),
                            Sentence.of(
                                            "events.option",
                                            one.name(language.getLanguage()),
                                            one.times().start().toLocalDate())
                                    .in(language)))
                    .toList();
        }
    }
}
