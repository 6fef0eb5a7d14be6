package fi.seloste.register;

import fi.seloste.base.PersonId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of people found elsewhere who have not been told yet (Art. 14). */
@Component
class Uninformed {

    private static final String TO_BE_TOLD = """
            select p.person_id, p.name, p.language, p.source, p.source_detail, p.sourced_on, p.role_reason, p.inform_by,
                   (select c.value from register.contact_point c where c.person_id = p.person_id and c.kind = 'email'
                       and c.bounced_at is null and (c.valid_until is null or c.valid_until >= :today)
                     order by c.position limit 1) as email
              from register.person p
             where p.inform_by is not null and p.informed_at is null and (p.standing & 10) = 0
            """;

    private final JdbcClient jdbc;
    private final Within within;
    private final Today today;

    Uninformed(JdbcClient jdbc, Within within, Today today) {
        this.jdbc = jdbc;
        this.within = within;
        this.today = today;
    }

    Register.UntoldCount count(LocalDate until) {
        var where = new Where("p.inform_by is not null and p.informed_at is null and p.inform_by <= :until")
                .with("until", until);
        within.people(where, "p.person_id");
        return where.applied(jdbc.sql("""
                        select count(*) as people, min(soonest.inform_by) as first
                          from (select p.inform_by
                                  from register.person p
                                 where %s
                                 order by p.inform_by
                                 limit 1001) soonest""".formatted(where)))
                .query(Register.UntoldCount.class)
                .single();
    }

    List<Untold> list(LocalDate until, @Nullable Cursor mark, int limit) {
        var where = new Where("p.inform_by <= :until").with("until", until).with("limit", limit);
        if (mark != null) {
            where.and("(p.inform_by, p.person_id) > (:by, :id::uuid)")
                    .with("by", mark.on(0))
                    .with("id", mark.id(1));
        }
        return list(where, "order by p.inform_by, p.person_id limit :limit");
    }

    /** Those of them to whom a letter can go: whoever has no address waits for the desk, and hides nobody behind them. */
    List<PersonId> reachable(LocalDate until, int limit) {
        var where = new Where("p.inform_by <= :until").with("until", until).with("limit", limit);
        within.people(where.with("today", today.day()), "p.person_id");
        return where.applied(jdbc.sql("select u.person_id from (" + TO_BE_TOLD + " and " + where
                        + ") u where u.email is not null order by u.inform_by, u.person_id limit :limit"))
                .query((rs, n) -> new PersonId(new Result(rs).id("person_id")))
                .list();
    }

    List<Untold> list(List<PersonId> people) {
        var where = new Where("p.person_id = any(:people::uuid[])")
                .with("people", people.stream().map(PersonId::value).toArray(UUID[]::new));
        return list(where, "order by p.person_id for update of p");
    }

    private List<Untold> list(Where where, String order) {
        within.people(where.with("today", today.day()), "p.person_id");
        return where.applied(jdbc.sql(TO_BE_TOLD + " and " + where + " " + order))
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
