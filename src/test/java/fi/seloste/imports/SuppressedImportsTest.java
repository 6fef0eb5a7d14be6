package fi.seloste.imports;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.OrganisationId;
import fi.seloste.imports.Import.Choices;
import fi.seloste.register.DomainBan;
import fi.seloste.register.OrganisationBan;
import fi.seloste.store.Purpose;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Fingerprints;
import fi.seloste.suppression.Suppression;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** No list brings back who said no, who was erased or who is restricted. */
@DatabaseTest
@org.springframework.context.annotation.Import(Desk.class)
class SuppressedImportsTest {

    private static final String LIST = """
            Name;Email;Phone;Company
            Ada Koskinen;ada.koskinen@koivu-kaarna.example;040 000 0101;Koivu & Kaarna Oy
            Boris Nyström;boris.nystrom@saaristo-vene.example;040 000 0102;Saaristo Vene Ab
            """;

    @Autowired
    Desk desk;

    @Autowired
    Suppression suppression;

    @Autowired
    DomainBan firms;

    @Autowired
    Fingerprints fingerprints;

    @BeforeEach
    void nobodyIsKnown() {
        desk.empty();
    }

    @Test
    void without_any_suppression_both_come_in_from_a_bought_list() {
        var committed = desk.commit(desk.list(LIST, Desk.bought()));

        assertThat(committed.counts().fresh()).isEqualTo(2);
        assertThat(committed.counts().refused()).isZero();
        assertThat(committed.counts().banned()).isZero();
    }

    @Test
    void a_banned_address_comes_in_and_stays_banned() {
        suppression("boris.nystrom@saaristo-vene.example", true);

        var preview = desk.list(LIST, Desk.met());
        assertThat(preview.counts().banned()).isEqualTo(1);
        assertThat(preview.counts().fresh()).isEqualTo(2);
        desk.commit(preview);

        assertThat(desk.row("Boris Nyström")).containsEntry("standing", 1);
        assertThat(desk.row("Ada Koskinen")).containsEntry("standing", 0);
        assertThat(addressesOfMarketing()).containsExactly("ada.koskinen@koivu-kaarna.example");
    }

    @Test
    void an_erased_person_is_not_collected_again_from_a_bought_list_and_nothing_of_them_is_kept() {
        suppression("Boris.Nystrom+lista@saaristo-vene.example", false);

        var preview = desk.list(LIST, Desk.bought());
        assertThat(preview.counts().refused()).isEqualTo(1);
        assertThat(preview.counts().fresh()).isEqualTo(1);
        assertThat(desk.count("imports.row", "row::text ilike '%boris%'")).isZero();
        assertThat(desk.count("imports.error", "error::text ilike '%boris%'")).isZero();
        assertThat(desk.preview.faults(preview.id(), 0, 10))
                .extracting(fault -> fault.line() + " " + fault.key())
                .containsExactly("3 imports.refused.erased");
        desk.commit(preview);

        assertThat(desk.names()).containsExactly("Ada Koskinen");
        assertThat(desk.count("register.organisation", "true")).isEqualTo(1);
    }

    @Test
    void who_is_erased_between_preview_and_commit_does_not_come_in_either() {
        var preview = desk.list(LIST, Desk.bought());
        assertThat(preview.counts().fresh()).isEqualTo(2);
        suppression("boris.nystrom@saaristo-vene.example", false);

        var committed = desk.commit(preview);

        assertThat(committed.counts().refused()).isEqualTo(1);
        assertThat(desk.names()).containsExactly("Ada Koskinen");
    }

    @Test
    void an_erased_person_whom_somebody_met_needs_an_answer() {
        suppression("boris.nystrom@saaristo-vene.example", false);

        var preview = desk.list(LIST, Desk.met());
        assertThat(preview.counts().asking()).isEqualTo(1);
        desk.commit(preview);
        assertThat(desk.names()).containsExactly("Ada Koskinen");

        desk.commit(desk.list(LIST, Desk.met()), new Choices(false, true));
        assertThat(desk.names()).containsExactly("Ada Koskinen", "Boris Nyström");
        assertThat(desk.count("evidence.detail", "detail like '%givenAnew%'")).isPositive();
    }

    @Test
    void whoever_was_found_elsewhere_sleeps_until_informed() {
        desk.commit(desk.list(LIST, Desk.bought()));

        assertThat(desk.row("Ada Koskinen"))
                .containsEntry("standing", 4)
                .containsEntry("inform_by", java.sql.Date.valueOf(LocalDate.of(2026, 12, 23)))
                .containsEntry("source", "bought-list")
                .containsEntry("source_detail", "Kohderyhmät Oy, 1.11.2026");
        assertThat(addressesOfMarketing()).isEmpty();
    }

    @Test
    void a_restricted_person_counts_as_such_and_nothing_changes() {
        desk.commit(desk.list(LIST, Desk.met()));
        restrict("Boris Nyström");
        var before = desk.row("Boris Nyström");

        var preview = desk.list(
                LIST.replace("Saaristo Vene Ab", "Toinen Oy").replace("040 000 0102", "040 000 0999"), Desk.met());
        assertThat(preview.counts().restricted()).isEqualTo(1);
        assertThat(preview.counts().unchanged()).isEqualTo(1);
        desk.commit(preview, new Choices(true, true));

        assertThat(desk.row("Boris Nyström")).isEqualTo(before);
        assertThat(desk.reaches("Boris Nyström")).hasSize(2);
        assertThat(desk.people()).isEqualTo(2);
    }

    @Test
    void whoever_had_single_categories_restricted_is_left_alone_too() {
        var tagged =
                LIST.replace("Company", "Company;Tags").replace("Oy", "Oy;fair").replace("Vene Ab", "Vene Ab;fair");
        desk.commit(desk.list(tagged, Desk.met()));
        restrictNotes("Boris Nyström");

        var preview = desk.list(tagged.replace("fair", "fair, guests"), Desk.met());
        assertThat(preview.counts().restricted()).isEqualTo(1);
        assertThat(desk.commit(preview, new Choices(true, true)).state()).isEqualTo(Import.State.COMMITTED);
        assertThat(tags("Boris Nyström")).containsExactly("fair");
        assertThat(tags("Ada Koskinen")).containsExactly("fair", "guests");
    }

    @Test
    void an_unsubscription_in_the_file_bans_new_and_known_people_alike() {
        desk.commit(desk.list(LIST, Desk.met()));
        assertThat(addressesOfMarketing()).hasSize(2);

        var committed = desk.commit(desk.list("""
                Name;Email;Marketing status
                Ada Koskinen;ada.koskinen@koivu-kaarna.example;subscribed
                Boris Nyström;boris.nystrom@saaristo-vene.example;unsubscribed
                Chen Lahti;chen.lahti@pohjantahti.example;cleaned
                """, Desk.met()));

        assertThat(committed.counts().banned()).isEqualTo(1);
        assertThat(addressesOfMarketing())
                .containsExactly("ada.koskinen@koivu-kaarna.example", "chen.lahti@pohjantahti.example");
        assertThat(isBanned("chen.lahti@pohjantahti.example"))
                .as("a bounce is no word of the person's")
                .isFalse();
        assertThat(bounced()).containsExactly("chen.lahti@pohjantahti.example");
        assertThat(isBanned("boris.nystrom@saaristo-vene.example")).isTrue();
        assertThat(isBanned("ada.koskinen@koivu-kaarna.example")).isFalse();
    }

    @Test
    void taking_the_import_back_does_not_take_back_the_ban() {
        var committed = desk.commit(desk.list("""
                Name;Email;Marketing status
                Chen Lahti;chen.lahti@pohjantahti.example;unsubscribed
                """, Desk.met()));
        assertThat(desk.people()).isEqualTo(1);

        desk.undo(committed);

        assertThat(desk.people()).isZero();
        assertThat(isBanned("chen.lahti@pohjantahti.example")).isTrue();
    }

    @Test
    @Policy({"K5", "K1"})
    void whose_organisation_asked_comes_in_banned_and_is_counted_so() {
        desk.commit(desk.list(LIST, Desk.met()));
        var firm = desk.asOwner(() -> new OrganisationId(desk.jdbc
                .sql("select organisation_id from register.organisation where name like 'Saaristo%'")
                .query(java.util.UUID.class)
                .single()));
        desk.purposes.as(
                Purpose.CUSTOMER,
                () -> firms.ban(
                        firm,
                        new OrganisationBan.Wanted("saaristo-vene.example", "their mail", "Liisa Laine"),
                        Desk.MAIJA));
        var preview = desk.list("""
                Name;Email
                Ada Koskinen;ada.koskinen@koivu-kaarna.example
                Boris Nyström;boris.nystrom@saaristo-vene.example
                Dan Nyström;Dan.Nystrom@Saaristo-Vene.example
                """, Desk.met());
        assertThat(preview.counts().banned()).isEqualTo(2);
        desk.commit(preview);

        assertThat(desk.row("Dan Nyström")).containsEntry("standing", 16);
        assertThat(addressesOfMarketing()).containsExactly("ada.koskinen@koivu-kaarna.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vcard3.vcf", "vcard4.vcf"})
    @Policy({"K1", "K2", "K3"})
    void cards_are_no_way_round_either(String cards) {
        desk.commit(desk.example(cards, Desk.met()));
        var emails = desk.asOwner(() -> desk.jdbc
                .sql(
                        "select min(value) from register.contact_point where kind = 'email' and person_id is not null group by person_id order by 1 limit 2")
                .query(String.class)
                .list());
        assertThat(emails).hasSize(2);
        desk.empty();
        suppression(emails.getFirst(), true);
        suppression(emails.getLast(), false);

        var preview = desk.example(cards, Desk.bought());
        assertThat(preview.counts().refused()).isPositive();
        desk.commit(preview);

        assertThat(desk.count("register.contact_point", "value = '" + emails.getLast() + "'"))
                .isZero();
        assertThat(desk.count(
                        "register.contact_point c join register.person p using (person_id)",
                        "c.value = '" + emails.getFirst() + "' and (p.standing & 1) = 1"))
                .isPositive();
    }

    private void suppression(String email, boolean ban) {
        var prints = List.of(fingerprints.of(Fingerprint.Kind.EMAIL, email));
        var reason = new Suppression.Reason("test", null);
        desk.purposes.as(Purpose.RIGHTS, () -> {
            if (ban) {
                suppression.ban(prints, reason);
            } else {
                suppression.forbidRecollection(prints, reason);
            }
        });
    }

    private boolean isBanned(String email) {
        return desk.purposes.as(Purpose.CUSTOMER, () -> suppression.check(email).marketing());
    }

    private void restrictNotes(String name) {
        desk.asOwner(() -> desk.jdbc.sql("""
                        insert into register.partial_restriction (person_id, category, standing_bit, request_id, since_at)
                        select person_id, 'relationship-notes', 32, gen_random_uuid(), created_at
                          from register.person
                         where name = :name""").param("name", name).update());
    }

    private List<String> tags(String name) {
        return desk.asOwner(
                () -> desk.jdbc.sql("""
                        select t.tag
                          from register.person_tag t
                          join register.person p using (person_id)
                         where p.name = :name
                         order by t.tag""").param("name", name).query(String.class).list());
    }

    private void restrict(String name) {
        desk.asOwner(() -> desk.jdbc
                .sql("update register.person set standing = standing | 2 where name = :name")
                .param("name", name)
                .update());
    }

    private List<String> bounced() {
        return desk.asOwner(() -> desk.jdbc
                .sql("select value from register.contact_point where bounced_at is not null order by value")
                .query(String.class)
                .list());
    }

    private List<String> addressesOfMarketing() {
        return desk.purposes.as(
                Purpose.MARKETING,
                () -> desk.jdbc
                        .sql("select value from register.contact_point where kind = 'email' order by value")
                        .query(String.class)
                        .list());
    }
}
