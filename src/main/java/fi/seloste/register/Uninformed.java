package fi.seloste.register;

import fi.seloste.base.PersonId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of people found elsewhere who have not been told yet (Art. 14). */
@Component
class Uninformed {

    private static final String TO_BE_TOLD = """
            select p.person_id, p.name, p.language, p.source, p.source_detail, p.sourced_on, p.role_reason, p.inform_by,
                   (select c.value from register.contact_point c where c.person_id = p.person_id and c.kind = 'email'
                       and c.bounced_at is null and (c.valid_until is null or c.valid_until > :today)
                     order by c.position limit 1) as email
              from register.person p
             where p.inform_by is not null and p.informed_at is null and (p.standing & 10) = 0
            """;

    private final JdbcClient jdbc;
    private final Today today;

    Uninformed(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    Register.UntoldCount count(LocalDate until) {
        return jdbc.sql("""
                        select count(*) as people, min(soonest.inform_by) as first
                          from (select p.inform_by
                                  from register.person p
                                 where p.inform_by is not null and p.informed_at is null and p.inform_by <= :until
                                 order by p.inform_by
                                 limit 1001) soonest""")
                .param("until", until)
                .query(Register.UntoldCount.class)
                .single();
    }

    List<Untold> list(LocalDate until, int limit) {
        return jdbc.sql(TO_BE_TOLD + """
                          and p.inform_by <= :until
                        order by p.inform_by, p.person_id
                        limit :limit""")
                .param("today", today.day())
                .param("until", until)
                .param("limit", limit)
                .query((rs, n) -> row(new Result(rs)))
                .list();
    }

    List<Untold> list(List<PersonId> people) {
        return jdbc.sql(TO_BE_TOLD + """
                          and p.person_id = any(:people::uuid[])
                        order by p.person_id
                          for update of p""")
                .param("today", today.day())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((rs, n) -> row(new Result(rs)))
                .list();
    }

    private static Untold row(Result row) throws SQLException {
        return new Untold(
                new PersonId(row.id("person_id")),
                row.text("name"),
                row.maybe("email"),
                row.maybe("language"),
                row.text("source"),
                row.maybe("source_detail"),
                row.on("sourced_on"),
                row.maybe("role_reason"),
                row.on("inform_by"));
    }
}
