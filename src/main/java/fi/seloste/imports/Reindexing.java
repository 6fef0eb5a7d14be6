package fi.seloste.imports;

import fi.seloste.register.PersonName;
import fi.seloste.register.SearchWords;
import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the words anew by which known people and organisations are found, after an import or its undo has touched them; SQL. */
@Component
class Reindexing {

    private static final int BATCH = 2000;

    private final JdbcClient jdbc;

    Reindexing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Words to be written: the row's id and its new words. */
    private record Words(UUID id, String words) {}

    void touched(ImportId id, LocalDate today) {
        people(jdbc.sql("""
                        select distinct c.person_id
                          from register.change c
                          join register.person p on p.person_id = c.person_id
                         where c.import_id = :id and p.import_id is distinct from :id""").param("id", id.value()).query(UUID.class).list(), today);
        organisations(jdbc.sql("""
                        select c.organisation_id
                          from register.change c
                         where c.import_id = :id and c.person_id is null and c.organisation_id is not null and c.field <> 'added'
                        union
                        select c.organisation_id
                          from register.contact_point c
                         where c.import_id = :id and c.person_id is null""").param("id", id.value()).query(UUID.class).list());
    }

    void people(List<UUID> people, LocalDate today) {
        for (int from = 0; from < people.size(); from += BATCH) {
            var batch = people.subList(from, Math.min(people.size(), from + BATCH));
            write(
                    "person",
                    jdbc.sql("""
                            select p.person_id, p.name, p.given_name, p.family_name,
                                   array(select c.value
                                           from register.contact_point c
                                          where c.person_id = p.person_id
                                          order by c.position, c.contact_point_id) as reaches,
                                   array(select o.name
                                           from register.affiliation a
                                           join register.organisation o on o.organisation_id = a.organisation_id
                                          where a.person_id = p.person_id and (a.until_on is null or a.until_on > :today)) as employers
                              from register.person p
                             where p.person_id = any(:ids)""")
                            .param("ids", batch.toArray(UUID[]::new))
                            .param("today", today)
                            .query((rs, n) -> new Words(
                                    rs.getObject("person_id", UUID.class),
                                    SearchWords.ofPerson(
                                            new PersonName(
                                                    rs.getString("name"),
                                                    rs.getString("given_name"),
                                                    rs.getString("family_name")),
                                            texts(rs.getArray("reaches")),
                                            texts(rs.getArray("employers")))))
                            .list());
        }
    }

    void organisations(List<UUID> organisations) {
        for (int from = 0; from < organisations.size(); from += BATCH) {
            var batch = organisations.subList(from, Math.min(organisations.size(), from + BATCH));
            write(
                    "organisation",
                    jdbc.sql("""
                            select o.organisation_id, o.name, array_remove(array[o.business_id, o.vat_id, o.domain], null) as numbers,
                                   array(select c.value
                                           from register.contact_point c
                                          where c.organisation_id = o.organisation_id
                                          order by c.position, c.contact_point_id) as reaches
                              from register.organisation o
                             where o.organisation_id = any(:ids)""")
                            .param("ids", batch.toArray(UUID[]::new))
                            .query((rs, n) -> new Words(
                                    rs.getObject("organisation_id", UUID.class),
                                    SearchWords.ofOrganisation(
                                            rs.getString("name"),
                                            Stream.concat(
                                                            texts(rs.getArray("numbers")).stream(),
                                                            texts(rs.getArray("reaches")).stream())
                                                    .toList())))
                            .list());
        }
    }

    private void write(String entity, List<Words> words) {
        jdbc.sql("""
                        update register.%1$s x
                           set search_words = w.words
                          from unnest(:ids::uuid[], :words::text[]) as w (id, words)
                         where x.%1$s_id = w.id""".formatted(entity))
                .param("ids", words.stream().map(Words::id).toArray(UUID[]::new))
                .param("words", words.stream().map(Words::words).toArray(String[]::new))
                .update();
    }

    private static List<String> texts(Array array) throws SQLException {
        return new ArrayList<>(List.of((String[]) array.getArray()));
    }
}
