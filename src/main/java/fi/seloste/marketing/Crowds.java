package fi.seloste.marketing;

import fi.seloste.store.Sql;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that judges all of an audience in one pass. Runs in the marketing purpose. */
@Component
class Crowds {

    /** The address of each person at which they are read, found along the index; then the people, each with what holds them back, which is asked once though it is used twice. */
    private static final String MET = """
            with reached as (
                select distinct on (c.person_id, c.standing) c.person_id, c.value as address
                  from register.contact_point c
                 where c.person_id is not null and %s
                 order by c.person_id, c.standing, (%s) desc, c.position, c.contact_point_id),
            met as (
                select p.person_id, p.standing, p.language, a.address, case when a.address is null then 'no-address' %s else '' end as held
                  from register.person p
                  left join reached a on a.person_id = p.person_id
                 where p.merged_into is null and %s
                offset 0)
            """;

    private final JdbcClient jdbc;
    private final Recipients recipients;
    private final Conditions conditions;
    private final List<Gate> gates;
    private final AddressChoice choice;
    private final Clock clock;
    private final int few;

    Crowds(
            JdbcClient jdbc,
            Recipients recipients,
            Conditions conditions,
            List<Gate> gates,
            AddressChoice choice,
            Clock clock,
            @Value("${seloste.audience.few:2000}") int few) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.few = few;
        this.conditions = conditions;
        this.gates = List.copyOf(gates);
        this.choice = choice;
        this.clock = clock;
    }

    /**
     * How many marketing sees, by what holds them back; those whom nothing holds back have no reason. Of several people with one address one gets the message, so
     * there are as many messages as addresses, and nobody needs to be put in order to be counted.
     */
    List<Excluded> counted(Recipients.Aim aim) {
        return asked(aim, """
                        , several as (
                            select m.held, case when m.held = '' then lower(m.address) end as address, count(*) as people
                              from met m
                             group by 1, 2)
                        select s.held as reason, sum(case when s.held = '' then 1 else s.people end) as people
                          from several s
                         group by s.held
                         union all
                        select 'same-address', sum(s.people - 1)
                          from several s
                         where s.held = '' and s.people > 1
                        having count(*) > 0
                         order by reason""").withFetchSize(Sql.AT_ONCE).query(Excluded.class).list();
    }

    /**
     * Lays a message for everybody whom nothing holds back into the queue; the language is one of the campaign's. Whoever bans marketing while the many are
     * judged is left out, as if the ban had come before, and fails nobody else's message.
     */
    int freeze(Recipients.Aim aim, Content content) {
        return asked(aim, """
                        , judged as materialized (
                            select distinct on (lower(m.address)) m.person_id, m.standing, m.language, m.address
                              from met m
                             where m.held = ''
                             order by lower(m.address), m.person_id),
                        free as materialized (
                            select f.person_id, f.standing from marketing.free((select array_agg(j.person_id) from judged j)) f)
                        insert into marketing.delivery
                               (delivery_id, campaign_id, person_id, standing, address, language, subject, state, queued_at, next_at)
                        select gen_random_uuid(), :campaign, f.person_id, f.standing, j.address, l.language, l.subject, 'waiting', :moment, :moment
                          from judged j
                          join free f on f.person_id = j.person_id
                          join unnest(:languages::text[], :subjects::text[]) as l (language, subject)
                            on l.language = case when j.language = any(:languages::text[]) then j.language else (:languages::text[])[1] end""")
                .param("languages", Sql.array(content.languages()))
                .param(
                        "subjects",
                        Sql.array(content.languages().stream()
                                .map(content::subject)
                                .toList()))
                .update();
    }

    private JdbcClient.StatementSpec asked(Recipients.Aim aim, String what) {
        var clause = conditions.of(aim.criteria());
        var met = areMany(clause)
                ? MET.formatted(Recipients.USABLE, choice.prefers(), cases(), clause.text())
                : recipients.few(clause);
        return Recipients.about(clause.applied(jdbc.sql(met + what)), aim, clock.instant());
    }

    /** Of few each is looked up by itself; of many what concerns them is read once, in memory that is given back with the transaction. */
    private boolean areMany(Conditions.Clause clause) {
        boolean many = clause.applied(jdbc.sql("""
                        select count(*) > :few
                          from (select 1 from register.person p where p.merged_into is null and %s limit :few + 1) as found""".formatted(clause.text())))
                .param("few", few)
                .query(Boolean.class)
                .single();
        if (many) {
            jdbc.sql("select set_config('hash_mem_multiplier', '8', true)")
                    .query(String.class)
                    .single();
        }
        return many;
    }

    private String cases() {
        return gates.stream()
                .map(gate -> "when " + gate.holdsOfMany() + " then '" + gate.reason() + "'")
                .collect(Collectors.joining(" "));
    }
}
