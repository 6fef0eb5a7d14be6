package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.installation.DataFolder;
import fi.seloste.register.Ban;
import fi.seloste.register.MarketingBan;
import fi.seloste.store.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The disk of the journal is full while somebody decides. */
@DatabaseTest
@Import(Office.class)
class FullDiskTest {

    @Autowired
    Office office;

    @Autowired
    MarketingBan bans;

    @Autowired
    DataFolder folder;

    private Path journal;
    private Path aside;

    @BeforeEach
    void no_room() throws IOException {
        journal = folder.journal().resolve("rights.jsonl");
        aside = folder.journal().resolve("aside");
        Files.move(journal, aside, StandardCopyOption.REPLACE_EXISTING);
        Files.createSymbolicLink(journal, Path.of("/dev/full"));
    }

    @AfterEach
    void room_again() throws IOException {
        if (Files.exists(aside)) {
            Files.move(aside, journal, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Right.class,
            names = {"ERASURE", "RESTRICTION", "MARKETING_BAN", "OBJECTION"})
    @Policy("R26")
    void the_act_is_refused_with_a_sentence_nothing_is_half_done_and_later_it_is_done_whole(Right right)
            throws IOException {
        var email = right.code() + ".full@jokivoima.example";
        var person = office.person("Full Disk", email);
        var request = office.receive(right, email);
        if (right != Right.MARKETING_BAN) {
            office.attest(request.id());
        }

        assertThatThrownBy(() -> office.rights.fulfil(request.id(), Office.SIRPA))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class, p -> assertThat(p.key()).isEqualTo("rights.journal.full"));

        // While an objection is weighed the data are only stored, whatever the journal can take (Art. 18(1)(d)).
        boolean used = right != Right.OBJECTION;
        assertThat(office.sees(Purpose.CUSTOMER, person)).isEqualTo(used);
        assertThat(office.sees(Purpose.MARKETING, person)).isEqualTo(used);
        assertThat(office.count("register.person", "person_id = '" + person + "' and (standing & 1) <> 0"))
                .isZero();
        assertThat(office.count("suppression.entry", "request_id = '" + request.id() + "'"))
                .isZero();
        assertThat(office.count("rights.request", "request_id = '" + request.id() + "' and decided_at is not null"))
                .isZero();

        room_again();
        office.rights.fulfil(request.id(), Office.SIRPA);
        assertThat(office.sees(Purpose.MARKETING, person)).isFalse();
    }

    @Test
    @Policy("R26")
    void a_ban_by_a_colleague_holds_at_once_and_its_line_follows_when_there_is_room() throws IOException {
        var person = office.person("Full Ban", "ban.full@jokivoima.example");
        office.purposes.as(Purpose.CUSTOMER, () -> bans.ban(person, Ban.because("asked by phone"), Office.SIRPA));
        assertThat(office.sees(Purpose.MARKETING, person)).isFalse();
        assertThatThrownBy(() -> journalBan(person)).isInstanceOf(Problem.Conflict.class);

        room_again();
        journalBan(person);

        assertThat(Files.readString(journal)).contains("\"act\":\"ban\",\"person\":\"" + person + "\"");
    }

    private void journalBan(PersonId person) {
        office.jobs.stream().filter(job -> job.name().equals("journal-ban")).forEach(job -> job.run(person.toString()));
    }
}
