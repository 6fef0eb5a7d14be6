package fi.seloste.marketing;

import fi.seloste.store.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what became of messages that were handed over, a batch at a time. Runs in the marketing purpose. */
@Component
class Settlements {

    private final JdbcClient jdbc;
    private final Clock clock;

    Settlements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of one: it left with this subject, failed, or waits again until then; {@code counts} is false where it was never tried. */
    record Settled(
            UUID delivery,
            String state,
            @Nullable String reason,
            @Nullable String subject,
            @Nullable Instant nextAt,
            boolean uncertain,
            boolean counts) {

        static Settled sent(UUID delivery, String subject) {
            return new Settled(delivery, "sent", null, subject, null, false, true);
        }

        static Settled failed(UUID delivery, String reason, boolean uncertain) {
            return new Settled(delivery, "failed", reason, null, null, uncertain, true);
        }

        static Settled later(UUID delivery, Instant next, boolean uncertain) {
            return new Settled(delivery, "waiting", null, null, next, uncertain, true);
        }

        /** Not tried, since whoever it is for waits until then. */
        static Settled held(UUID delivery, Instant until) {
            return new Settled(delivery, "waiting", null, null, until, false, false);
        }

        /** Taken and not handed over, so that it may go to the next who takes. */
        static Settled back(UUID delivery) {
            return new Settled(delivery, "waiting", null, null, null, false, false);
        }
    }

    /**
     * Settles all of a batch that are in sight and that nobody else is changing; gives back those that are left, which stay in hand. Whoever banned
     * marketing meanwhile is out of sight, and to wait here for a ban that is being made would be to stand in its way. What left has left, though somebody
     * cancelled it on the way.
     */
    List<Settled> settle(UUID batch, List<Settled> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        var seen = new HashSet<>(jdbc.sql("""
                        with told as (
                            select delivery_id, state, reason, subject, next_at, uncertain, counts
                              from unnest(:ids::uuid[], :states::text[], :reasons::text[], :subjects::text[], :nexts::text[]::timestamptz[],
                                          :uncertain::boolean[], :counts::boolean[])
                                as t (delivery_id, state, reason, subject, next_at, uncertain, counts)),
                        mine as (
                            select d.delivery_id
                              from marketing.delivery d
                             where d.delivery_id = any(:ids::uuid[]) and d.state in ('waiting', 'skipped')
                               and exists (select 1 from marketing.batch b where b.batch_id = :batch)
                               for update of d skip locked)
                        update marketing.delivery d
                           set state = case when t.state <> 'waiting' then t.state else d.state end,
                               reason = case when t.state <> 'waiting' then t.reason else d.reason end,
                               subject = coalesce(t.subject, d.subject), uncertain = d.uncertain or t.uncertain,
                               attempts = d.attempts + case when t.counts then 1 else 0 end, next_at = coalesce(t.next_at, d.next_at),
                               taken_at = case when t.counts then cast(:now as timestamptz) else d.taken_at end,
                               done_at = case when t.state <> 'waiting' then cast(:now as timestamptz) else d.done_at end
                          from told t
                         where d.delivery_id = t.delivery_id and d.delivery_id in (select delivery_id from mine)
                        returning d.delivery_id""")
                .param("ids", all.stream().map(Settled::delivery).toArray(UUID[]::new))
                .param("states", all.stream().map(Settled::state).toArray(String[]::new))
                .param("reasons", all.stream().map(Settled::reason).toArray(String[]::new))
                .param("subjects", all.stream().map(Settled::subject).toArray(String[]::new))
                .param("nexts", all.stream().map(Settlements::written).toArray(String[]::new))
                .param("uncertain", all.stream().map(Settled::uncertain).toArray(Boolean[]::new))
                .param("counts", all.stream().map(Settled::counts).toArray(Boolean[]::new))
                .param("batch", batch)
                .param("now", Sql.at(clock.instant()))
                .query(UUID.class)
                .list());
        var rest = all.stream().filter(one -> !seen.contains(one.delivery())).toList();
        keep(batch, rest);
        return rest;
    }

    /** In hand are those alone that are left. */
    private void keep(UUID batch, List<Settled> rest) {
        if (rest.isEmpty()) {
            jdbc.sql("delete from marketing.batch where batch_id = :batch")
                    .param("batch", batch)
                    .update();
        } else {
            jdbc.sql("update marketing.batch set deliveries = :ids where batch_id = :batch")
                    .param("batch", batch)
                    .param("ids", rest.stream().map(Settled::delivery).toArray(UUID[]::new))
                    .update();
        }
    }

    /** The driver has no way to say moments in a row. */
    private static @Nullable String written(Settled one) {
        return one.nextAt() == null ? null : one.nextAt().toString();
    }

    /** One by one, in a transaction that holds nothing else: by the owner's hand, since marketing may not see it any more. */
    void settleUnseen(UUID batch, Settled one) {
        jdbc.sql(
                        "select marketing.settle_unseen(:id, :batch, :state, :reason, :subject, :next, :uncertain, :tried, :now)")
                .param("id", one.delivery())
                .param("batch", batch)
                .param("tried", one.counts())
                .param("state", one.state())
                .param("reason", one.reason())
                .param("subject", one.subject())
                .param("next", Sql.at(one.nextAt()))
                .param("uncertain", one.uncertain())
                .param("now", Sql.at(clock.instant()))
                .query()
                .listOfRows();
    }

    /** A domain that waits until then, and how many may leave to it in each minute after that; 0 is as many as go. */
    record Wait(String domain, Instant until, int perMinute) {}

    /**
     * Nothing to this domain is taken before then, and no more in each of the next minutes than may leave: what was put off by one minute only would be written
     * over again each minute. For half an hour at most, so that a pace that is set anew is kept to soon. What somebody else is changing just now, or has in
     * hand, is left to them.
     */
    void holdBack(UUID campaign, Wait wait) {
        jdbc.sql("""
                        with waiting as (
                            select d.delivery_id, row_number() over (order by d.next_at, d.delivery_id) - 1 as before
                              from marketing.delivery d
                             where d.campaign_id = :campaign and d.state = 'waiting' and d.next_at <= :until
                               and lower(split_part(d.address, '@', 2)) = lower(:domain)
                               and d.delivery_id not in (select unnest(b.deliveries) from marketing.batch b where b.campaign_id = :campaign)),
                        turn as (
                            select w.delivery_id,
                                   cast(:until as timestamptz)
                                     + case when :pace = 0 then 0 else least(w.before / greatest(:pace, 1), 30) end * interval '1 minute' as at
                              from waiting w),
                        held as (
                            select d.delivery_id
                              from marketing.delivery d
                             where d.delivery_id in (select t.delivery_id from turn t)
                               for update skip locked)
                        update marketing.delivery d
                           set next_at = t.at
                          from turn t
                          join held h on h.delivery_id = t.delivery_id
                         where d.delivery_id = t.delivery_id and d.state = 'waiting' and d.next_at <= :until and d.next_at <> t.at""")
                .param("campaign", campaign)
                .param("domain", wait.domain())
                .param("until", Sql.at(wait.until()))
                .param("pace", wait.perMinute())
                .update();
    }
}
