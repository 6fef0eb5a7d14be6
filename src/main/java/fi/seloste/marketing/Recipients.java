package fi.seloste.marketing;

import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that finds who of an audience gets a message and who, of those whom marketing sees, gets none and why. Runs in the marketing purpose. */
@Component
class Recipients {

    /** An address {@code c} that a campaign may be written to today. */
    static final String USABLE = """
            c.kind = 'email' and c.bounced_at is null and (c.valid_from is null or c.valid_from <= :today)
                and (c.valid_until is null or c.valid_until >= :today)""";

    private static final UUID NO_CAMPAIGN = new UUID(0, 0);

    /** Those that a page shows, and with them whoever has the same address as one of them: no more are judged. */
    private static final String PAGE = """
            with shown as (
                select p.person_id
                  from register.person p
                 where p.merged_into is null and %4$s and %5$s
                 order by p.sort_name collate "fi-x-icu", p.person_id
                 limit :limit),
            met as materialized (
                select p.person_id, p.standing, p.name, p.sort_name, p.language, a.address,
                       case when a.address is null then 'no-address' %1$s else '' end as held
                  from marketing.sharing((select array_agg(person_id) from shown)) as near (person_id)
                  join register.person p on p.person_id = near.person_id
                  left join lateral (select c.value as address
                                       from register.contact_point c
                                      where c.person_id = p.person_id and %2$s
                                      order by (%3$s) desc, c.position, c.contact_point_id
                                      limit 1) a on true
                 where p.merged_into is null and %4$s)
            """;

    /** Those whom the condition names, who are few. */
    private static final String FEW = """
            with met as materialized (
                select p.person_id, p.standing, p.name, p.sort_name, p.language, a.address,
                       case when a.address is null then 'no-address' %1$s else '' end as held
                  from register.person p
                  left join lateral (select c.value as address
                                       from register.contact_point c
                                      where c.person_id = p.person_id and %2$s
                                      order by (%3$s) desc, c.position, c.contact_point_id
                                      limit 1) a on true
                 where p.merged_into is null and %4$s)
            """;

    /** Of those who are met, whoever has the message at their address by somebody else is held back too. */
    private static final String NOT_YET_GOT = """
            (select e.person_id, e.standing, e.name, e.sort_name, e.language, e.address,
                    case when e.held = '' and exists (select 1
                                                        from got g
                                                       where g.address = lower(e.address) and g.person_id <> e.person_id)
                         then 'same-address' else e.held end as held
               from met e)""";

    private final JdbcClient jdbc;
    private final Conditions conditions;
    private final List<Gate> gates;
    private final AddressChoice choice;
    private final Clock clock;

    Recipients(JdbcClient jdbc, Conditions conditions, List<Gate> gates, AddressChoice choice, Clock clock) {
        this.choice = choice;
        this.jdbc = jdbc;
        this.conditions = conditions;
        this.gates = List.copyOf(gates);
        this.clock = clock;
    }

    /** What an audience is judged for: a campaign's purpose and the newsletter it is an issue of, or a campaign itself. */
    record Aim(
            Criteria criteria,
            String purpose,
            @Nullable String topic,
            @Nullable UUID campaign) {

        Aim(Criteria criteria, String purpose, @Nullable UUID campaign) {
            this(criteria, purpose, null, campaign);
        }
    }

    /** As many as marketing sees, whether or not something holds them back. */
    int count(Criteria criteria) {
        var clause = conditions.of(criteria);
        return clause.applied(jdbc.sql(
                        "select count(*) from register.person p where p.merged_into is null and " + clause.text()))
                .withFetchSize(Sql.AT_ONCE)
                .query(Integer.class)
                .single();
    }

    /** By name, after a mark; whoever is shown must be noted as consulted. */
    List<Member> page(Aim aim, @Nullable String afterName, @Nullable UUID afterId, int limit) {
        var after = afterId == null
                ? "true"
                : "(p.sort_name collate \"fi-x-icu\", p.person_id) > (:afterName::text, :afterId::uuid)";
        return judged(aim, PAGE, after, """
                        select j.person_id, j.name, j.sort_name, j.reason
                          from (%s) j
                          join shown s on s.person_id = j.person_id
                         order by j.sort_name collate "fi-x-icu", j.person_id""")
                .param("afterName", afterName)
                .param("afterId", afterId)
                .param("limit", limit)
                .query((row, n) -> new Member(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("name"),
                        row.getString("sort_name"),
                        row.getString("reason")))
                .list();
    }

    /**
     * Lays a message into the queue for each of these people whom nothing holds back; of the others it is told why not, and nothing at all of whom marketing
     * does not see. Where somebody else has it at the same address already, or is the first of them to get it there, that is one message more than its reader
     * needs.
     */
    Map<PersonId, String> hand(Campaign campaign, Collection<PersonId> people) {
        var plan = campaign.plan();
        var content = campaign.content();
        var reasons = new HashMap<PersonId, String>();
        judged(
                        new Aim(Criteria.EVERYBODY, plan.purpose(), plan.topic(), campaign.id()),
                        these(people),
                        FEW,
                        "",
                        """
                        , got as materialized (
                            select lower(d.address) as address, d.person_id
                              from marketing.sharing((select array_agg(person_id) from met)) as near (person_id)
                             cross join lateral (select r.address, r.person_id
                                                   from marketing.delivery r
                                                  where r.person_id = near.person_id and r.campaign_id = :campaign
                                                    and r.state in ('waiting', 'sent')
                                                 offset 0) d),
                        one as materialized (%s),
                        free as materialized (
                            select f.person_id, f.standing
                              from marketing.free((select array_agg(j.person_id) from one j where j.reason = '')) f),
                        queued as (
                            insert into marketing.delivery
                                   (delivery_id, campaign_id, person_id, standing, address, language, subject, state, queued_at, next_at)
                            select gen_random_uuid(), :campaign, f.person_id, f.standing, j.address, l.language, l.subject, 'waiting', :moment, :moment
                              from one j
                              join free f on f.person_id = j.person_id
                              join unnest(:languages::text[], :subjects::text[]) as l (language, subject)
                                on l.language = case when j.language = any(:languages::text[]) then j.language else (:languages::text[])[1] end
                             where j.reason = '')
                        select person_id, reason from one where reason <> '' or person_id in (select person_id from free)""",
                        NOT_YET_GOT)
                .param("languages", Sql.array(content.languages()))
                .param(
                        "subjects",
                        Sql.array(content.languages().stream()
                                .map(content::subject)
                                .toList()))
                .query(row -> {
                    reasons.put(new PersonId(row.getObject("person_id", UUID.class)), row.getString("reason"));
                });
        return reasons;
    }

    private Conditions.Clause these(Collection<PersonId> people) {
        return new Conditions.Clause(
                "p.person_id = any(:people::uuid[])", Map.of("people", ids(people), "today", conditions.today()));
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    /** Some of those who fit, by their ids after a mark. */
    List<PersonId> fitting(Criteria criteria, UUID after, int most) {
        var clause = conditions.of(criteria);
        return clause
                .applied(jdbc.sql("""
                        select p.person_id
                          from register.person p
                         where p.merged_into is null and p.person_id > :after and %s
                         order by p.person_id
                         limit :most""".formatted(clause.text())))
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    /** Those of these who fit. */
    Set<PersonId> fitting(Criteria criteria, Collection<PersonId> people) {
        var clause = conditions.of(criteria);
        return clause
                .applied(jdbc.sql(
                        "select p.person_id from register.person p where p.person_id = any(:people::uuid[]) and "
                                + clause.text()))
                .param("people", ids(people))
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    /**
     * Of several people with one address the first gets the message; whoever is held back anyway keeps nobody from it. The gates are asked once for each
     * person, and before anything is written: a row that is laid into the queue must not make the next one dearer to judge.
     */
    private JdbcClient.StatementSpec judged(Aim aim, String met, String after, String around) {
        return judged(aim, conditions.of(aim.criteria()), met, after, around, "met");
    }

    /** Those whom the clause names as {@code met}, where they are few. */
    String few(Conditions.Clause clause) {
        return FEW.formatted(cases(), USABLE, choice.prefers(), clause.text());
    }

    private JdbcClient.StatementSpec judged(
            Aim aim, Conditions.Clause clause, String met, String after, String around, String of) {
        var judged = """
                select m.person_id, m.standing, m.name, m.sort_name, m.language, m.address,
                       case when m.held <> '' then m.held
                            when row_number() over (partition by lower(m.address), m.held = '' order by m.person_id) > 1 then 'same-address'
                            else '' end as reason
                  from %s m""".formatted(of);
        var statement =
                met.formatted(cases(), USABLE, choice.prefers(), clause.text(), after) + around.formatted(judged);
        return about(clause.applied(jdbc.sql(statement)), aim, clock.instant());
    }

    /** What gates may name. */
    static JdbcClient.StatementSpec about(JdbcClient.StatementSpec statement, Aim aim, Instant moment) {
        return statement
                .param("purpose", aim.purpose())
                .param("topic", aim.topic() == null ? "" : aim.topic())
                .param("campaign", aim.campaign() == null ? NO_CAMPAIGN : aim.campaign())
                .param("moment", Sql.at(moment));
    }

    /** What each gate says, the first that holds named. */
    String cases() {
        return gates.stream()
                .map(gate -> "when " + gate.holds() + " then '" + gate.reason() + "'")
                .collect(Collectors.joining(" "));
    }
}
