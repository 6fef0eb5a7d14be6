package fi.seloste.responses;

import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL of responses that are kept by name. It runs in the marketing purpose, which sees nobody who has banned, is restricted or was erased since the
 * message left, and it asks for the permission once more: whose does not stand any more is counted and not named.
 */
@Component
class ResponseRecords {

    private final JdbcClient jdbc;
    private final ResponseTallies tallies;
    private final Clock clock;

    ResponseRecords(JdbcClient jdbc, ResponseTallies tallies, Clock clock) {
        this.jdbc = jdbc;
        this.tallies = tallies;
        this.clock = clock;
    }

    /** How many messages were opened or followed by a person for the first time, or not after all. */
    record Readers(UUID campaign, long openers, long clickers) {}

    /** All that came and what was corrected of it, in one transaction. */
    void write(List<Pending.Change> changes, Ground.Now ground) {
        var counted = new Counted();
        changes.forEach(counted::add);
        // A notice that lets marketing keep none of it lets it write none of it either.
        var named = changes.stream()
                .filter(change -> ground.isPersonal() && change.event().way().message() != null)
                .toList();
        var fresh = named.stream().filter(change -> !change.isCorrection()).toList();
        var corrected = named.stream().filter(Pending.Change::isCorrection).toList();
        if (!fresh.isEmpty()) {
            keep(fresh, ground).forEach(counted::add);
        }
        if (!corrected.isEmpty()) {
            correct(corrected).forEach(counted::add);
        }
        tallies.add(counted);
    }

    private List<Readers> keep(List<Pending.Change> changes, Ground.Now ground) {
        return jdbc.sql("""
                        with e as (
                            select x.id, x.trace_id, x.kind, x.position, x.rule, x.at::timestamptz as at
                              from unnest(:ids::uuid[], :traces::uuid[], :kinds::text[], :positions::integer[], :rules::text[], :ats::text[])
                                   as x (id, trace_id, kind, position, rule, at)),
                        kept as (
                            insert into responses.response (response_id, trace_id, campaign_id, person_id, standing, kind, about, rule, at)
                            select e.id, t.trace_id, t.campaign_id, t.person_id, t.standing, e.kind,
                                   coalesce(l.url, (select d.subject
                                                      from marketing.delivery d
                                                     where d.person_id = t.person_id and d.campaign_id = t.campaign_id
                                                     order by d.queued_at desc
                                                     limit 1)), e.rule, e.at
                              from e
                              join responses.trace t on t.trace_id = e.trace_id
                              join register.person p on p.person_id = t.person_id
                              left join responses.link l on l.campaign_id = t.campaign_id and l.position = e.position
                             where %s
                            on conflict (response_id) do nothing
                            returning trace_id, kind),
                        more as (
                            select k.trace_id, count(*) filter (where k.kind = 'opened') as opens, count(*) filter (where k.kind = 'clicked') as clicks
                              from kept k
                             group by k.trace_id),
                        moved as (
                            update responses.trace t
                               set opens = t.opens + m.opens, clicks = t.clicks + m.clicks
                              from more m
                             where t.trace_id = m.trace_id
                            returning t.campaign_id, t.opens > 0 and t.opens = m.opens as opener, t.clicks > 0 and t.clicks = m.clicks as clicker)
                        select campaign_id as campaign, count(*) filter (where opener) as openers, count(*) filter (where clicker) as clickers
                          from moved
                         group by campaign_id""".formatted(ground.personal()))
                .param("ids", changes.stream().map(one -> one.event().seen()).toArray(UUID[]::new))
                .param("traces", changes.stream().map(ResponseRecords::trace).toArray(UUID[]::new))
                .param("kinds", texts(changes, Event::kind))
                .param(
                        "positions",
                        changes.stream().map(one -> one.event().position()).toArray(Integer[]::new))
                .param("rules", texts(changes, event -> event.rule().code()))
                .param("ats", texts(changes, event -> event.at().toString()))
                .param("measured", ground.purpose())
                .param("moment", Sql.at(clock.instant()))
                .query(Readers.class)
                .list();
    }

    private List<Readers> correct(List<Pending.Change> changes) {
        return jdbc.sql("""
                        with e as (
                            select x.id, x.rule from unnest(:ids::uuid[], :rules::text[]) as x (id, rule)),
                        turned as (
                            update responses.response r
                               set kind = 'machine-' || r.kind, rule = e.rule
                              from e
                             where r.response_id = e.id and r.rule = 'none'
                            returning r.trace_id, r.kind),
                        fewer as (
                            select t.trace_id, count(*) filter (where t.kind = 'machine-opened') as opens,
                                   count(*) filter (where t.kind = 'machine-clicked') as clicks
                              from turned t
                             group by t.trace_id),
                        moved as (
                            update responses.trace t
                               set opens = t.opens - f.opens, clicks = t.clicks - f.clicks
                              from fewer f
                             where t.trace_id = f.trace_id
                            returning t.campaign_id, t.opens = 0 and f.opens > 0 as opener, t.clicks = 0 and f.clicks > 0 as clicker)
                        select campaign_id as campaign, -count(*) filter (where opener) as openers, -count(*) filter (where clicker) as clickers
                          from moved
                         group by campaign_id""")
                .param("ids", changes.stream().map(one -> one.event().seen()).toArray(UUID[]::new))
                .param(
                        "rules",
                        Sql.array(changes.stream()
                                .map(one -> one.corrected().code())
                                .toList()))
                .query(Readers.class)
                .list();
    }

    /** What was kept by name, of one reader. */
    record Did(UUID person, String kind) {}

    /** Of some readers of a campaign, as far as the permission stands. */
    List<Did> did(UUID campaign, Collection<PersonId> readers, Ground.Now ground) {
        if (!ground.isPersonal() || readers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select distinct r.person_id as person, r.kind
                          from responses.response r
                          join register.person p on p.person_id = r.person_id
                         where r.person_id = any(:readers::uuid[]) and r.campaign_id = :campaign and r.kind in ('opened', 'clicked') and %s
                         order by r.kind desc""".formatted(ground.personal()))
                .param("readers", readers.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("campaign", campaign)
                .param("measured", ground.purpose())
                .param("moment", Sql.at(clock.instant()))
                .query(Did.class)
                .list();
    }

    private static UUID trace(Pending.Change change) {
        return Objects.requireNonNull(change.event().way().message()).trace();
    }

    private static String[] texts(List<Pending.Change> changes, Function<Event, String> of) {
        return Sql.array(changes.stream().map(one -> of.apply(one.event())).toList());
    }
}
