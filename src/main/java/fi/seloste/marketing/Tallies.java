package fi.seloste.marketing;

import fi.seloste.base.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the kept numbers: written by the database as messages move, read as sums of a handful of rows. */
@Component
class Tallies {

    private final JdbcClient jdbc;

    Tallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Sum(UUID campaign, String state, String reason, int people) {}

    Report report(UUID campaign) {
        var sums = sums(List.of(campaign));
        return new Report(
                numbers(sums),
                exclusions(campaign),
                reasons(sums, "skipped"),
                reasons(sums, "failed"),
                reasons(sums, "bounced"));
    }

    /** Of each campaign that has any. */
    Map<UUID, Report.Numbers> numbers(Collection<UUID> campaigns) {
        var byCampaign = new LinkedHashMap<UUID, List<Sum>>();
        sums(campaigns)
                .forEach(sum -> byCampaign
                        .computeIfAbsent(sum.campaign(), id -> new ArrayList<>())
                        .add(sum));
        var numbers = new LinkedHashMap<UUID, Report.Numbers>();
        byCampaign.forEach((campaign, sums) -> numbers.put(campaign, numbers(sums)));
        return numbers;
    }

    private List<Sum> sums(Collection<UUID> campaigns) {
        return jdbc.sql("""
                        select campaign_id as campaign, state, reason, sum(people) as people
                          from marketing.tally
                         where campaign_id = any(:campaigns::uuid[])
                         group by campaign_id, state, reason
                        having sum(people) <> 0
                         order by campaign_id, state, reason""")
                .param("campaigns", campaigns.toArray(UUID[]::new))
                .query(Sum.class)
                .list();
    }

    private static Report.Numbers numbers(List<Sum> sums) {
        return new Report.Numbers(
                of(sums, "waiting") + of(sums, "taken"),
                of(sums, "sent") + of(sums, "bounced") + of(sums, "complained"),
                of(sums, "bounced"),
                of(sums, "complained"),
                of(sums, "skipped"),
                of(sums, "failed"),
                of(sums, "uncertain"),
                of(sums, "unsubscribed"));
    }

    private static int of(List<Sum> sums, String state) {
        return sums.stream()
                .filter(sum -> sum.state().equals(state))
                .mapToInt(Sum::people)
                .sum();
    }

    private static List<Excluded> reasons(List<Sum> sums, String state) {
        return sums.stream()
                .filter(sum -> sum.state().equals(state))
                .map(sum -> new Excluded(sum.reason(), sum.people()))
                .toList();
    }

    private List<Excluded> exclusions(UUID campaign) {
        return jdbc.sql("""
                        select reason, people
                          from marketing.exclusion
                         where campaign_id = :campaign
                         order by reason""").param("campaign", campaign).query(Excluded.class).list();
    }

    void exclude(UUID campaign, List<Excluded> excluded) {
        for (var one : excluded) {
            jdbc.sql(
                            "insert into marketing.exclusion (campaign_id, reason, people) values (:campaign, :reason, :people)")
                    .param("campaign", campaign)
                    .param("reason", one.reason())
                    .param("people", one.people())
                    .update();
        }
    }

    /** Somebody left by a campaign's link. */
    void unsubscribed(UUID campaign) {
        jdbc.sql("""
                        insert into marketing.tally (tally_id, campaign_id, state, people)
                        values (:id, :campaign, 'unsubscribed', 1)""").param("id", Ids.next()).param("campaign", campaign).update();
    }

    /** Many additions become one row for each number; readers see the same sums before and after. */
    void drawTogether(UUID campaign) {
        jdbc.sql("""
                        with gone as (
                            delete from marketing.tally where campaign_id = :campaign
                            returning state, reason, people)
                        insert into marketing.tally (tally_id, campaign_id, state, reason, people)
                        select gen_random_uuid(), :campaign, g.state, g.reason, sum(g.people)
                          from gone g
                         group by g.state, g.reason
                        having sum(g.people) <> 0""").param("campaign", campaign).update();
    }
}
