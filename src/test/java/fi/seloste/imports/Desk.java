package fi.seloste.imports;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.register.Source;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an employee does with files, in a test: the jobs run at once. */
@TestComponent
class Desk {

    static final Actor MAIJA = new Actor(Actor.Kind.SYSTEM, null, "Maija Myyjä");

    final Imports imports;
    final Preview preview;
    final Working working;
    final Undoing undoing;
    final Purposes purposes;
    final JdbcClient jdbc;

    Desk(Imports imports, Preview preview, Working working, Undoing undoing, Purposes purposes, JdbcClient jdbc) {
        this.imports = imports;
        this.preview = preview;
        this.working = working;
        this.undoing = undoing;
        this.purposes = purposes;
        this.jdbc = jdbc;
    }

    static Sourcing met() {
        return new Sourcing(Source.MET_IN_PERSON, null);
    }

    static Sourcing bought() {
        return new Sourcing(Source.BOUGHT_LIST, "Kohderyhmät Oy, 1.11.2026");
    }

    Import example(String name, Sourcing sourcing) {
        return read(bring(name, () -> Files.readAllBytes(Path.of("examples", name)), sourcing, Map.of()));
    }

    Import list(String text, Sourcing sourcing) {
        return read(bring("list.csv", () -> text.getBytes(StandardCharsets.UTF_8), sourcing, Map.of()));
    }

    interface Content {
        byte[] read() throws IOException;
    }

    Import bring(String name, Content content, Sourcing sourcing, Map<String, String> mapping) {
        return imports.bring(
                new Imports.File(name, () -> new ByteArrayInputStream(bytes(content))), sourcing, mapping, MAIJA);
    }

    private static byte[] bytes(Content content) {
        try {
            return content.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Import read(Import entry) {
        working.read(entry.id());
        return imports.get(entry.id());
    }

    Import commit(Import entry) {
        return commit(entry, Import.Choices.CAREFUL);
    }

    Import commit(Import entry, Import.Choices choices) {
        imports.commit(entry.id(), choices, MAIJA);
        working.commit(entry.id());
        return imports.get(entry.id());
    }

    Import undo(Import entry) {
        return imports.undo(entry.id(), MAIJA);
    }

    <T> T asOwner(Supplier<T> work) {
        return purposes.as(Purpose.OWNER, work);
    }

    int count(String table, String condition) {
        return asOwner(() -> jdbc.sql("select count(*) from %s where %s".formatted(table, condition))
                .query(Integer.class)
                .single());
    }

    int people() {
        return count("register.person", "true");
    }

    List<String> names() {
        return asOwner(() -> jdbc.sql("select name from register.person order by name collate \"fi-x-icu\"")
                .query(String.class)
                .list());
    }

    List<String> reaches(String name) {
        return asOwner(
                () -> jdbc.sql("""
                        select c.value
                          from register.contact_point c
                          join register.person p on p.person_id = c.person_id
                         where p.name = :name
                         order by c.position""").param("name", name).query(String.class).list());
    }

    PersonId person(String name) {
        return asOwner(() -> new PersonId(jdbc.sql("select person_id from register.person where name = :name")
                .param("name", name)
                .query(UUID.class)
                .single()));
    }

    Map<String, Object> row(String name) {
        return asOwner(() -> jdbc.sql("select * from register.person where name = :name")
                .param("name", name)
                .query()
                .singleRow());
    }

    void empty() {
        asOwner(() -> {
            for (var table : List.of(
                    "change",
                    "custom_value",
                    "custom_field",
                    "note",
                    "person_tag",
                    "partial_restriction",
                    "organisation_tag",
                    "affiliation",
                    "postal_address",
                    "contact_point",
                    "person",
                    "organisation_ban",
                    "organisation")) {
                jdbc.sql("delete from register." + table).update();
            }
            jdbc.sql("delete from suppression.entry").update();
            for (var table : List.of("row", "firm", "firm_part", "import")) {
                jdbc.sql("delete from imports." + table).update();
            }
            return true;
        });
    }
}
