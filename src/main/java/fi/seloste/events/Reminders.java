package fi.seloste.events;

import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the letters that remind guests of an event: how long before, and whether they have been written. */
@Component
class Reminders {

    private final JdbcClient jdbc;

    Reminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Reminder> of(UUID event) {
        return jdbc.sql("""
                        select reminder_id as id, minutes, sent_at
                          from events.reminder
                         where event_id = :event
                         order by minutes desc""").param("event", event).query(Reminder.class).list();
    }

    Map<UUID, List<Reminder>> of(Collection<UUID> events) {
        return jdbc
                .sql("""
                        select event_id, reminder_id, minutes, sent_at
                          from events.reminder
                         where event_id = any(:ids::uuid[])
                         order by minutes desc""")
                .param("ids", events.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(
                        row.getObject("event_id", UUID.class),
                        new Reminder(
                                row.getObject("reminder_id", UUID.class),
                                row.getInt("minutes"),
                                Sql.moment(row, "sent_at"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    void add(UUID event, int minutes) {
        jdbc.sql("insert into events.reminder (reminder_id, event_id, minutes) values (:id, :event, :minutes)")
                .param("id", Ids.next())
                .param("event", event)
                .param("minutes", minutes)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from events.reminder where reminder_id = :id")
                .param("id", id)
                .update();
    }

    /** True for the one that marks it: only that one writes the letters. */
    boolean mark(UUID id, Instant now) {
        return jdbc.sql("update events.reminder set sent_at = :now where reminder_id = :id and sent_at is null")
                        .param("id", id)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** The event was put off, so what was told too early is told again. */
    void rearm(UUID event, Instant starts, Instant now) {
        jdbc.sql("""
                        update events.reminder
                           set sent_at = null
                         where event_id = :event and :starts - make_interval(mins => minutes) > :now""")
                .param("event", event)
                .param("starts", Sql.at(starts))
                .param("now", Sql.at(now))
                .update();
    }
}
