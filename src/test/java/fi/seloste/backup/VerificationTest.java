package fi.seloste.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.evidence.Sealer;
import fi.seloste.installation.Finding;
import fi.seloste.installation.Trouble;
import fi.seloste.rights.Right;
import fi.seloste.suppression.KeyMark;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What was altered behind the house's back is named; each is put back, so that the next test begins with nothing wrong. */
@DatabaseTest
@Import(Vault.class)
class VerificationTest {

    @Autowired
    Vault vault;

    @Autowired
    Verification verification;

    @Autowired
    Sealer sealer;

    @Autowired
    KeyMark mark;

    @Test
    @Policy("B12")
    void nothing_wrong_is_said_for_each_thing_that_was_looked_at() {
        vault.person("Ada Koskinen", "ada.verify@jokivoima.example");
        sealer.seal();
        assertThat(verification.findings()).hasSize(6).allMatch(f -> f.kind() == Finding.Kind.FINE);
    }

    @Test
    @Policy("B12")
    void an_altered_entry_of_evidence_breaks_its_seal_and_an_altered_detail_is_counted() {
        vault.ban(vault.person("Boris Lindqvist", "boris.verify@jokivoima.example"));
        assertThat(sealer.seal()).isPositive();
        vault.run("update evidence.detail set detail = detail || ' '");
        assertThat(wrong()).singleElement().asString().contains("details of", "not those that were written");
        vault.run("update evidence.detail set detail = left(detail, -1)");
        vault.run("update evidence.entry set act = act || 'x' where seal_number = 1");
        assertThat(wrong()).singleElement().asString().contains("does not hold from seal 1");
        vault.run("update evidence.entry set act = left(act, -1) where seal_number = 1");
        assertThat(wrong()).isEmpty();
    }

    @Test
    @Policy("B12")
    void a_grant_or_a_policy_that_the_notice_does_not_ask_for_is_named() {
        var marketing = vault.source.address().url().replaceAll(".*/", "") + "_marketing";
        vault.run("grant select (words) on rights.request to " + marketing);
        assertThat(wrong()).singleElement().asString().contains(marketing, "rights.request", "is granted");
        vault.run("revoke select (words) on rights.request from " + marketing);
        vault.run("alter table register.person no force row level security");
        assertThat(wrong()).singleElement().asString().contains("row security of register.person is off");
        vault.run("alter table register.person force row level security");
        assertThat(wrong()).isEmpty();
    }

    @Test
    @Policy("B12")
    void a_file_that_is_missing_or_another_is_named() throws IOException {
        var chen = vault.person("Chen Wei", "chen.verify@jokivoima.example");
        var file = vault.fileOf(vault.file(chen, "signed by Chen"));
        Files.writeString(file, "signed by nobody");
        assertThat(wrong()).singleElement().asString().contains(file.toString(), "not the one that was kept");
        Files.delete(file);
        assertThat(wrong()).singleElement().asString().contains(file.toString(), "missing");
        Files.writeString(file, "signed by Chen");
        assertThat(wrong()).isEmpty();
    }

    @Test
    @Policy("B12")
    void a_line_of_the_journal_that_the_database_does_not_know_so_is_named() {
        vault.person("Dana Berg", "dana.verify@jokivoima.example");
        vault.done(Right.MARKETING_BAN, "dana.verify@jokivoima.example");
        assertThat(wrong()).isEmpty();
        vault.run("update rights.journal_line set hash = 'f' || hash");
        assertThat(wrong()).isNotEmpty().first().asString().contains("Line", "not the one that the database has seen");
        vault.run("update rights.journal_line set hash = substr(hash, 2)");
        assertThat(wrong()).isEmpty();
    }

    @Test
    @Policy("B10")
    void other_keys_than_the_database_was_written_with_are_named() {
        mark.start();
        assertThat(vault.count("store.setting", "name = 'key-mark'")).isOne();
        vault.run("update store.setting set value = 'f' || value where name = 'key-mark'");
        assertThat(wrong()).singleElement().asString().contains("not those that this database was written with");
        assertThatThrownBy(mark::start).isInstanceOf(Trouble.class).hasMessageContaining("escrow sheet");
        vault.run("update store.setting set value = substr(value, 2) where name = 'key-mark'");
        assertThat(wrong()).isEmpty();
    }

    @Test
    @Policy("K7")
    void a_version_of_the_key_that_entries_or_marks_name_and_nobody_has_is_named_with_what_is_lost() {
        vault.person("Ella Lehto", "ella.verify@jokivoima.example");
        vault.done(Right.MARKETING_BAN, "ella.verify@jokivoima.example");
        vault.run("update suppression.entry set key_version = 7");
        assertThat(wrong())
                .anySatisfy(sentence -> assertThat(sentence).contains("Version 7", "bans", "suppression.7.key"));
        assertThatThrownBy(mark::start).isInstanceOf(Trouble.class).hasMessageContaining("nobody would recognise");
        vault.run("update suppression.entry set key_version = 1");
        vault.run("insert into store.setting (name, value, changed_at) values ('key-mark.2', 'x', '2026-11-23')");
        assertThat(wrong()).singleElement().asString().contains("Version 2", "is not in");
        vault.run("delete from store.setting where name = 'key-mark.2'");
        assertThat(wrong()).isEmpty();
    }

    private List<String> wrong() {
        return verification.findings().stream()
                .filter(f -> f.kind() == Finding.Kind.WRONG)
                .map(Finding::sentence)
                .toList();
    }
}
