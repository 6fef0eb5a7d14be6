package fi.seloste.register;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of tags. */
@Component
class Tags {

    private final JdbcClient jdbc;

    Tags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean add(Party party, String tag) {
        if (party.person() != null) {
            return jdbc.sql("""
                            insert into register.person_tag (person_id, standing, tag)
                            select p.person_id, p.standing, :tag
                              from register.person p
                             where p.person_id = :id
                               and not exists (select 1 from register.person_tag t where t.person_id = :id and t.tag = :tag)""").param("id", party.id()).param("tag", tag).update() == 1;
        }
        return jdbc.sql("""
                        insert into register.organisation_tag (organisation_id, tag)
                        select o.organisation_id, :tag
                          from register.organisation o
                         where o.organisation_id = :id
                           and not exists (select 1 from register.organisation_tag t where t.organisation_id = :id and t.tag = :tag)""").param("id", party.id()).param("tag", tag).update() == 1;
    }

    boolean remove(Party party, String tag) {
        return jdbc.sql("delete from register.%1$s_tag where %1$s_id = :id and tag = :tag".formatted(party.entity()))
                        .param("id", party.id())
                        .param("tag", tag)
                        .update()
                > 0;
    }

    List<String> of(Party party) {
        return jdbc.sql("select t.tag from register.%1$s_tag t where t.%1$s_id = :id order by t.tag"
                        .formatted(party.entity()))
                .param("id", party.id())
                .query(String.class)
                .list();
    }

    /** Loose index scan: a million tagged rows and a dozen tags cost a dozen steps. */
    List<String> known(String entity) {
        return jdbc.sql("""
                        with recursive known as (
                            (select t.tag from register.%1$s_tag t order by t.tag limit 1)
                            union all
                            select (select t.tag from register.%1$s_tag t where t.tag > k.tag order by t.tag limit 1)
                              from known k
                             where k.tag is not null)
                        select k.tag from known k where k.tag is not null limit 500""".formatted(entity)).query(String.class).list();
    }
}
