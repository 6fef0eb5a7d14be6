package fi.seloste.responses;

import fi.seloste.store.Sql;
import java.util.Collection;
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

    record Came(UUID campaign, long opened, long clicked) {}

    /** How often people opened each and followed its links; of which nothing came, there is none. */
    List<Came> came(Collection<UUID> campaigns) {
        return jdbc.sql("""
                        select campaign_id as campaign, coalesce(sum(many) filter (where kind = 'opened'), 0) as opened,
                               coalesce(sum(many) filter (where kind = 'clicked'), 0) as clicked
                          from responses.tally
                         where campaign_id = any(:campaigns::uuid[]) and aspect = 'all'
                         group by campaign_id""")
                .param("campaigns", campaigns.toArray(UUID[]::new))
                .query(Came.class)
                .list();
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
