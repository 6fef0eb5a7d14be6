package fi.seloste.marketing;

import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final String EVERYBODY = """
            with met as materialized (
                select p.person_id, p.standing, p.name, p.sort_name, p.language, a.address,
                       case when a.address is null then 'no-address' %s else '' end as held
                  from register.person p
                  left join (select distinct on (c.person_id) c.person_id, c.value as address
                               from register.contact_point c
                              where c.person_id is not null and %s
                              order by c.person_id, (%s) desc, c.position, c.contact_point_id) a on a.person_id = p.person_id
                 where p.merged_into is null and %s)
            """;
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

    /** The one whom the condition names. */
    private static final String ONE = """
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
                .query(Integer.class)
                .single();
    }

    /** How many marketing sees, by what holds them back; those whom nothing holds back have no reason. */
    List<Excluded> counted(Aim aim) {
        return judged(aim, EVERYBODY, "", """
                        select j.reason, count(*) as people
                          from (%s) j
                         group by j.reason
                         order by j.reason""").query(Excluded.class).list();
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

    /** Lays a message for everybody whom nothing holds back into the queue; the language is one of the campaign's. */
    int freeze(Aim aim, Content content) {
        return judged(aim, EVERYBODY, "", """
                        insert into marketing.delivery
                               (delivery_id, campaign_id, person_id, standing, address, language, subject, state, queued_at, next_at)
                        select gen_random_uuid(), :campaign, j.person_id, j.standing, j.address, l.language, l.subject, 'waiting', :moment, :moment
                          from (%s) j
                          join unnest(:languages::text[], :subjects::text[]) as l (language, subject)
                            on l.language = case when j.language = any(:languages::text[]) then j.language else (:languages::text[])[1] end
                         where j.reason = ''""")
                .param("languages", Sql.array(content.languages()))
                .param(
                        "subjects",
                        Sql.array(content.languages().stream()
                                .map(content::subject)
                                .toList()))
                .update();
    }

    /**
     * Lays a message for one person into the queue, if nothing holds them back; else why not. Nothing at all of whom marketing does not see. Where
     * somebody else has it at the same address already, that is one message more than its reader needs.
     */
    Optional<String> hand(Campaign campaign, PersonId person) {
        var plan = campaign.plan();
        var content = campaign.content();
        var one = new Conditions.Clause(
                "p.person_id = :person", Map.of("person", person.value(), "today", conditions.today()));
        return judged(new Aim(Criteria.EVERYBODY, plan.purpose(), plan.topic(), campaign.id()), one, ONE, "", """
                        , one as (
                            select j.person_id, j.standing, j.language, j.address,
                                   case when j.reason = '' and exists (
                                                 select 1
                                                   from marketing.sharing(array[j.person_id]) near (person_id)
                                                   join marketing.delivery d on d.person_id = near.person_id
                                                  where d.campaign_id = :campaign and d.person_id <> j.person_id
                                                    and lower(d.address) = lower(j.address) and d.state in ('waiting', 'sent'))
                                        then 'same-address' else j.reason end as reason
                              from (%s) j),
                        queued as (
                            insert into marketing.delivery
                                   (delivery_id, campaign_id, person_id, standing, address, language, subject, state, queued_at, next_at)
                            select gen_random_uuid(), :campaign, j.person_id, j.standing, j.address, l.language, l.subject, 'waiting', :moment, :moment
                              from one j
                              join unnest(:languages::text[], :subjects::text[]) as l (language, subject)
                                on l.language = case when j.language = any(:languages::text[]) then j.language else (:languages::text[])[1] end
                             where j.reason = '')
                        select reason from one""")
                .param("languages", Sql.array(content.languages()))
                .param(
                        "subjects",
                        Sql.array(content.languages().stream()
                                .map(content::subject)
                                .toList()))
                .query(String.class)
                .optional();
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

    boolean fits(Criteria criteria, PersonId person) {
        var clause = conditions.of(criteria);
        return clause.applied(jdbc.sql("select exists (select 1 from register.person p where p.person_id = :person and "
                        + clause.text() + ")"))
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Of several people with one address the first gets the message; whoever is held back anyway keeps nobody from it. The gates are asked once for each
     * person, and before anything is written: a row that is laid into the queue must not make the next one dearer to judge.
     */
    private JdbcClient.StatementSpec judged(Aim aim, String met, String after, String around) {
        return judged(aim, conditions.of(aim.criteria()), met, after, around);
    }

    private JdbcClient.StatementSpec judged(
            Aim aim, Conditions.Clause clause, String met, String after, String around) {
        var judged = """
                select m.person_id, m.standing, m.name, m.sort_name, m.language, m.address,
                       case when m.held <> '' then m.held
                            when row_number() over (partition by lower(m.address), m.held = '' order by m.person_id) > 1 then 'same-address'
                            else '' end as reason
                  from met m""";
        var statement =
                met.formatted(cases(), USABLE, choice.prefers(), clause.text(), after) + around.formatted(judged);
        return clause.applied(jdbc.sql(statement))
                .param("purpose", aim.purpose())
                .param("topic", aim.topic() == null ? "" : aim.topic())
                .param("campaign", aim.campaign() == null ? NO_CAMPAIGN : aim.campaign())
                .param("moment", Sql.at(clock.instant()));
    }

    /** What each gate says, the first that holds named. */
    String cases() {
        return gates.stream()
                .map(gate -> "when " + gate.holds() + " then '" + gate.reason() + "'")
                .collect(Collectors.joining(" "));
    }
}
