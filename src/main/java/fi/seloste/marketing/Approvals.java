package fi.seloste.marketing;

import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what second persons said. Runs in the marketing purpose. */
@Component
class Approvals {

    private final JdbcClient jdbc;

    Approvals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest, however it ended. */
    Optional<Approval> newest(UUID campaign) {
        return jdbc.sql("""
                        select approval_id, campaign_id, state, asked_at, asked_by, asked_of, note, starts_at, seal, people, decided_at, decided_by, reason
                          from marketing.approval
                         where campaign_id = :campaign
                         order by asked_at desc, approval_id desc
                         limit 1""")
                .param("campaign", campaign)
                .query((row, n) -> approval(row))
                .optional();
    }

    void add(UUID campaign, Approval.Asking asking) {
        var wish = asking.wish();
        jdbc.sql("""
                        insert into marketing.approval
                               (approval_id, campaign_id, state, asked_at, asked_by, asked_of, note, starts_at, seal, people)
                        values (:id, :campaign, 'asked', :at, :by::uuid, :of::uuid, :note, :startsAt::timestamptz, :seal, :people)""")
                .param("id", Ids.next())
                .param("campaign", campaign)
                .param("at", Sql.at(asking.at()))
                .param("by", asking.by())
                .param("of", wish.of())
                .param("note", wish.note())
                .param("startsAt", Sql.at(wish.startsAt()))
                .param("seal", asking.look().seal())
                .param("people", asking.look().people())
                .update();
    }

    /** False where it is not waiting any more. */
    boolean decide(UUID id, Approval.State state, Approval.Decision decision) {
        return jdbc.sql("""
                        update marketing.approval
                           set state = :state, decided_at = :at, decided_by = :by, reason = :reason
                         where approval_id = :id and state = 'asked'""")
                        .param("id", id)
                        .param("state", state.code())
                        .param("at", Sql.at(decision.at()))
                        .param("by", decision.by())
                        .param("reason", decision.reason())
                        .update()
                == 1;
    }

    /** What is open of a campaign ends so; false where nothing was. */
    boolean end(UUID campaign, Approval.State state, Instant now) {
        return jdbc.sql("""
                        update marketing.approval
                           set state = :state, ended_at = :now
                         where campaign_id = :campaign and state in ('asked', 'approved')""")
                        .param("campaign", campaign)
                        .param("state", state.code())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** Campaigns to that audience which have not left and of which somebody was asked. */
    List<UUID> openOf(UUID audience) {
        return jdbc.sql("""
                        select c.campaign_id
                          from marketing.campaign c
                          join marketing.approval a on a.campaign_id = c.campaign_id and a.state in ('asked', 'approved')
                         where c.audience_id = :audience and c.state in ('draft', 'scheduled')""").param("audience", audience).query(UUID.class).list();
    }

    List<Approval.Waiting> waitingFor(UUID account, int most) {
        return jdbc.sql("""
                        select c.campaign_id as campaign, c.name
                          from marketing.approval a
                          join marketing.campaign c on c.campaign_id = a.campaign_id
                         where a.state = 'asked' and a.asked_by is distinct from :account and (a.asked_of is null or a.asked_of = :account)
                         order by a.asked_at
                         limit :most""")
                .param("account", account)
                .param("most", most)
                .query(Approval.Waiting.class)
                .list();
    }

    private static Approval approval(ResultSet row) throws SQLException {
        var wish =
                new Approval.Wish(row.getObject("asked_of", UUID.class), row.getString("note"), at(row, "starts_at"));
        var asked = new Approval.Asking(
                Objects.requireNonNull(at(row, "asked_at")),
                row.getObject("asked_by", UUID.class),
                wish,
                new Approval.Look(row.getString("seal"), row.getInt("people")));
        return new Approval(
                row.getObject("approval_id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                Approval.State.of(row.getString("state")),
                asked,
                decision(row));
    }

    private static Approval.@Nullable Decision decision(ResultSet row) throws SQLException {
        var at = at(row, "decided_at");
        return at == null
                ? null
                : new Approval.Decision(
                        at,
                        row.getObject("decided_by", UUID.class),
                        Objects.requireNonNullElse(row.getString("reason"), ""));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
