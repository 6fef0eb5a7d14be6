package fi.seloste.responses;

import fi.seloste.store.Sql;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of kept numbers: added to as events come, read as sums of a few rows, and drawn together before they become many. */
@Component
class ResponseTallies {

    private static final int MANY = 2_000;

    private final JdbcClient jdbc;

    ResponseTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Sum(String aspect, String part, String kind, long many) {}

    void add(Counted counted) {
        var numbers = List.copyOf(counted.numbers().entrySet());
        if (numbers.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into responses.tally (tally_id, campaign_id, aspect, part, kind, many)
                        select gen_random_uuid(), x.campaign, x.aspect, x.part, x.kind, x.many
                          from unnest(:campaigns::uuid[], :aspects::text[], :parts::text[], :kinds::text[], :many::bigint[])
                               as x (campaign, aspect, part, kind, many)""")
                .param(
                        "campaigns",
                        numbers.stream().map(one -> one.getKey().campaign()).toArray(UUID[]::new))
                .param(
                        "aspects",
                        Sql.array(numbers.stream()
                                .map(one -> one.getKey().aspect())
                                .toList()))
                .param(
                        "parts",
                        Sql.array(
                                numbers.stream().map(one -> one.getKey().part()).toList()))
                .param(
                        "kinds",
                        Sql.array(
                                numbers.stream().map(one -> one.getKey().kind()).toList()))
                .param(
                        "many",
                        numbers.stream().map(java.util.Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }

    /** Campaigns of which the numbers lie in many rows. */
    List<UUID> scattered() {
        return jdbc.sql("select campaign_id from responses.tally group by campaign_id having count(*) > :many")
                .param("many", MANY)
                .query(UUID.class)
                .list();
    }

    /** Readers see the same sums before and after. */
    void drawTogether(UUID campaign) {
        jdbc.sql("""
                        with gone as (
                            delete from responses.tally where campaign_id = :campaign
                            returning aspect, part, kind, many)
                        insert into responses.tally (tally_id, campaign_id, aspect, part, kind, many)
                        select gen_random_uuid(), :campaign, g.aspect, g.part, g.kind, sum(g.many)
                          from gone g
                         group by g.aspect, g.part, g.kind
                        having sum(g.many) <> 0""").param("campaign", campaign).update();
    }

    List<Sum> of(UUID campaign) {
        return jdbc.sql("""
                        select aspect, part, kind, sum(many) as many
                          from responses.tally
                         where campaign_id = :campaign
                         group by aspect, part, kind
                        having sum(many) <> 0
                         order by aspect, part, kind""").param("campaign", campaign).query(Sum.class).list();
    }
}
