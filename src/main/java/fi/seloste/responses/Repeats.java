package fi.seloste.responses;

import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of campaigns that go again. */
@Component
class Repeats {

    private final JdbcClient jdbc;

    Repeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Repeat repeat, Instant now) {
        jdbc.sql("""
                        insert into responses.repeat (campaign_id, first_id, unknown_too, made_at)
                        values (:campaign, :first, :unknown, :now)""")
                .param("campaign", repeat.campaign())
                .param("first", repeat.first())
                .param("unknown", repeat.unknownToo())
                .param("now", Sql.at(now))
                .update();
    }

    void remove(UUID campaign) {
        jdbc.sql("delete from responses.repeat where campaign_id = :campaign")
                .param("campaign", campaign)
                .update();
    }

    /** Which campaign it goes again to readers of. */
    record First(String name, boolean unknownToo) {}

    Optional<First> find(UUID campaign) {
        return jdbc.sql("""
                        select c.name, r.unknown_too
                          from responses.repeat r
                          join marketing.campaign c on c.campaign_id = r.first_id
                         where r.campaign_id = :campaign""").param("campaign", campaign).query(First.class).optional();
    }

    /** One that goes again to readers of this one and was not cancelled. */
    Optional<UUID> of(UUID first) {
        return jdbc.sql("""
                        select r.campaign_id
                          from responses.repeat r
                          join marketing.campaign c on c.campaign_id = r.campaign_id
                         where r.first_id = :first and c.state <> 'cancelled'
                         limit 1""").param("first", first).query(UUID.class).optional();
    }
}
