package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.imports.Import;
import fi.seloste.imports.Imports;
import fi.seloste.imports.Sourcing;
import fi.seloste.informing.How;
import fi.seloste.informing.Informing;
import fi.seloste.installation.DataFolder;
import fi.seloste.mailbox.Mailbox;
import fi.seloste.register.Affiliation;
import fi.seloste.register.Ban;
import fi.seloste.register.ContactDetails;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.CustomField;
import fi.seloste.register.Edit;
import fi.seloste.register.Employment;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.Merging;
import fi.seloste.register.NewOrganisation;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Note;
import fi.seloste.register.Notebook;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.Origin;
import fi.seloste.register.OwnFields;
import fi.seloste.register.Party;
import fi.seloste.register.PersonField;
import fi.seloste.register.PersonName;
import fi.seloste.register.PostalAddress;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.register.Tagging;
import fi.seloste.retention.Hold;
import fi.seloste.retention.HoldDesk;
import fi.seloste.store.Blobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Recurring;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One word for each place where a person can be written about, put there by the doors that pages and programs use. The answer to the
 * person holds every one of them; after the erasure none is left in any row of any table or in any file, and a neighbour lost nothing.
 */
@DatabaseTest
@org.springframework.context.annotation.Import(Office.class)
class CanaryTest {

    private static final String CANARY = "kanaria";
    private static final String EMAIL = "kanariaemail@jokivoima.example";

    @Autowired
    Office office;

    @Autowired
    Register register;

    @Autowired
    OrganisationRegister organisations;

    @Autowired
    ContactDetails details;

    @Autowired
    Employment employment;

    @Autowired
    Tagging tagging;

    @Autowired
    OwnFields fields;

    @Autowired
    Notebook notebook;

    @Autowired
    Merging merging;

    @Autowired
    MarketingBan bans;

    @Autowired
    Imports imports;

    @Autowired
    Informing informing;

    @Autowired
    HoldDesk holds;

    @Autowired
    Blobs blobs;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Inbox inbox;

    @Autowired
    CameWith came;

    @Autowired
    Sweep sweep;

    @Autowired
    List<Recurring> recurring;

    @Autowired
    DataFolder folder;

    @Autowired
    JdbcClient jdbc;

    private final Set<String> put = new TreeSet<>();

    @Test
    @Policy({"R12", "R20", "R21"})
    void every_word_about_a_person_is_in_the_answer_and_none_outlives_the_erasure() throws IOException {
        var ada = office.asCustomer(this::canary);
        imported();
        asked();
        wrote();
        var boris = office.person("Boris Canary", "boris.canary@jokivoima.example");
        var neighbour = rowsOf(boris);

        var access = office.done(Right.ACCESS, EMAIL);
        var answer = String.join(
                        "\n",
                        Office.unzip(office.answers.open(access.id(), Office.SIRPA))
                                .values())
                .toLowerCase(Locale.ROOT);
        assertThat(put)
                .filteredOn(word -> !answer.contains(word))
                .as("missing in the answer")
                .isEmpty();
        assertThat(left()).as("present before").isNotEmpty();

        holds.inForce().forEach(hold -> holds.lift(hold.id(), Office.SIRPA));
        var closed = office.done(Right.ERASURE, EMAIL);
        office.run("update store.letter set sent_at = queued_at where sent_at is null");
        office.work();
        office.clock.advance(Duration.ofHours(13));
        answersAge();
        sweep.run();
        office.clock.advance(Duration.ofDays(7));
        recurring.stream()
                .filter(work -> Set.of("imports.cleaning", "remove-files").contains(work.name()))
                .forEach(Recurring::run);

        assertThat(office.rights.get(closed.id()).state()).isEqualTo(Request.State.CLOSED);
        assertThat(left()).as("left after the erasure").isEmpty();
        assertThat(inFiles()).as("files that still hold a word").isEmpty();
        assertThat(office.sees(Purpose.CUSTOMER, ada)).isFalse();
        assertThat(rowsOf(boris)).isEqualTo(neighbour);
    }

    private PersonId canary() {
        var jokivoima = organisation("Jokivoima Oy");
        var tammi = organisation("Tammi Oy");
        var found = new Origin(Source.PUBLIC_WEB, "https://jokivoima.example/" + word("source"), Office.TODAY);
        var ada = register.add(
                NewPerson.of(new PersonName("Ada " + word("name"), word("given"), word("family")), found)
                        .with(Map.of(
                                PersonField.JOB_TITLE, word("title"),
                                PersonField.DEPARTMENT, word("department"),
                                PersonField.ROLE_REASON, word("reason")))
                        .reachedBy(
                                new ContactPoint.New(
                                        ContactPoint.Kind.EMAIL, seen(EMAIL, "email"), word("label"), null),
                                ContactPoint.New.email(seen("kanariaformer@jokivoima.example", "former")),
                                ContactPoint.New.phone("+358 40 765 4321"))
                        .at(new Affiliation.Post(jokivoima, word("post"), Set.of(), LocalDate.of(2026, 1, 1))),
                Office.SIRPA);
        var party = Party.of(ada);
        register.change(ada, Edit.of(Map.of(PersonField.DEPARTMENT, word("newdepartment"))), Office.SIRPA);
        details.addAddress(
                party,
                new PostalAddress.Lines(word("addresslabel"), word("street"), "00100", word("city"), "FI"),
                Source.MET_IN_PERSON,
                Office.SIRPA);
        details.pointsOf(party).stream()
                .filter(point -> point.value().startsWith("kanariaformer"))
                .forEach(point -> details.remove(point.id(), Office.SIRPA));
        employment.changeJob(
                ada, new Employment.Job(jokivoima, tammi, word("newpost"), LocalDate.of(2026, 11, 1)), Office.SIRPA);
        tagging.add(party, word("tag"), Office.SIRPA);
        for (var kind : Note.Kind.values()) {
            notebook.write(party, Note.New.of(kind, "About " + word("note" + kind.code())), Office.SIRPA);
        }
        var removed = notebook.write(party, Note.New.of(Note.Kind.NOTE, "About kanariaremoved"), Office.SIRPA);
        notebook.remove(removed);
        var field = fields.declare(new CustomField.New(
                CustomField.Holder.PERSON, "Shoe size", CustomField.Kind.TEXT, "relationship-notes", List.of()));
        fields.set(party, field, word("custom"), Office.SIRPA);
        twin(ada);
        blobs.keep(
                new Blobs.Label(word("file") + ".txt", "text/plain", ada),
                new ByteArrayInputStream(word("content").getBytes(StandardCharsets.UTF_8)));
        bans.ban(ada, Ban.because("said " + word("ban")), Office.SIRPA);
        return ada;
    }

    /** Somebody who turned out to be the same person. */
    private void twin(PersonId ada) {
        var twin = register.add(
                NewPerson.of(PersonName.of("Ada " + word("twin")), new Origin(Source.MET_IN_PERSON, null, Office.TODAY))
                        .with(Map.of(PersonField.JOB_TITLE, word("twintitle")))
                        .reachedBy(ContactPoint.New.email(seen("kanariatwinemail@jokivoima.example", "twinemail"))),
                Office.SIRPA);
        merging.merge(ada, twin, Set.of(PersonField.JOB_TITLE), Office.SIRPA);
    }

    private void imported() {
        var lines = "Name;E-mail;Phone;Job title;Remark\n"
                + "Ada %s;%s;+358 40 765 4321;%s;%s\n"
                        .formatted(word("filename"), EMAIL, word("filetitle"), word("remark"))
                + "Ada Wrong;kanariawrong@@jokivoima;;;\n";
        var entry = imports.bring(
                new Imports.File(
                        "kanariafile.csv", () -> new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))),
                new Sourcing(Source.MET_IN_PERSON, null),
                Map.of(),
                Office.SIRPA);
        office.work();
        imports.commit(entry.id(), new Import.Choices(true, false), Office.SIRPA);
        office.work();
    }

    private void asked() {
        var ada = office.asCustomer(() -> office.withEmail(EMAIL));
        informing.note(ada, How.OTHERWISE, "told " + word("telling"), Office.SIRPA);
        holds.hold(Hold.Target.of(ada), "a dispute about " + word("hold"), LocalDate.of(2027, 6, 1), Office.SIRPA);
        var first = office.rights.receive(
                new Rights.Received(Right.RECTIFICATION, EMAIL, "Ada " + word("asker"), word("words"), null, "en"),
                Office.SIRPA);
        office.identity.confirm(
                first.id(), new Identity.Said("attested", "called back " + word("proof"), null), Office.SIRPA);
        office.rights.extend(first.id(), "many " + word("extension"), Office.SIRPA);
        office.rights.suspend(first.id(), "which " + word("suspension"), false, Office.SIRPA);
        office.rights.resume(first.id(), Office.SIRPA);
        office.rights.refuse(first.id(), RefusalGround.values()[0].code(), "since " + word("refusal"), Office.SIRPA);
        office.work();
    }

    /** By mail, with a file, from two addresses; and the scan of a letter. */
    private void wrote() {
        var taken = arrived("From: Ada %s <%s>\nSubject: %s\nContent-Type: multipart/mixed; boundary=e\n\n--e\n"
                        .formatted(word("sender"), EMAIL, word("subject"))
                + "Content-Type: text/plain\n\nCorrect %s\n--e\n".formatted(word("message"))
                + "Content-Type: text/plain\nContent-Disposition: attachment; filename=%s.txt\n\n%s\n--e--\n"
                        .formatted(word("attached"), word("attachment")));
        var request = inbox.take(taken, new Inbox.Taken(Right.RECTIFICATION, EMAIL, "Ada", "en"), Office.SIRPA);
        came.enclose(
                request.id(),
                word("scan") + ".pdf",
                5,
                new ByteArrayInputStream(word("letter").getBytes(StandardCharsets.UTF_8)),
                Office.SIRPA);
        var aside = arrived("From: kanariatwinemail@jokivoima.example\nSubject: x\n\nAbout " + word("aside"));
        inbox.setAside(aside, "known: " + word("why"), Office.SIRPA);
        office.rights.withdraw(request.id(), Office.SIRPA);
    }

    private UUID arrived(String message) {
        mailbox.take(
                Mailbox.PRIVACY,
                new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)),
                office.clock.instant());
        office.work();
        return inbox.list("waiting", null, 10).getFirst().id();
    }

    private OrganisationId organisation(String name) {
        return organisations.add(
                NewOrganisation.of(name, new Origin(Source.MET_IN_PERSON, null, Office.TODAY)), Office.SIRPA);
    }

    private String word(String place) {
        put.add(CANARY + place);
        return CANARY + place;
    }

    private String seen(String value, String place) {
        word(place);
        return value;
    }

    /** Tables with a row that holds a canary's word, read whole and as the owner. */
    private Map<String, @Nullable String> left() {
        return office.asOwner(() -> {
            var left = new TreeMap<String, @Nullable String>();
            for (var table : jdbc.sql("""
                            select quote_ident(schemaname) || '.' || quote_ident(tablename)
                              from pg_tables
                             where schemaname not in ('pg_catalog', 'information_schema')""").query(String.class).list()) {
                jdbc.sql("select t::text from %s t where lower(t::text) like '%%%s%%' limit 1".formatted(table, CANARY))
                        .query(String.class)
                        .optional()
                        .ifPresent(row -> left.put(table, row));
            }
            return left;
        });
    }

    /** The disk has its own clock; a file that was written a moment ago may still be on its way. */
    private void answersAge() {
        try (var files = Files.list(folder.exports())) {
            files.forEach(file -> file.toFile().setLastModified(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> inFiles() throws IOException {
        try (var files = Files.walk(folder.root())) {
            return files.filter(Files::isRegularFile)
                    .filter(CanaryTest::holdsCanary)
                    .map(Path::toString)
                    .toList();
        }
    }

    private static boolean holdsCanary(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .contains(CANARY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Long> rowsOf(PersonId person) {
        var rows = new ArrayList<Long>();
        for (var table : List.of("register.person", "register.contact_point", "register.change", "evidence.entry")) {
            var column = table.startsWith("evidence") ? "subject_id" : "person_id";
            rows.add(office.count(table, "%s = '%s'".formatted(column, person)));
        }
        return rows;
    }
}
