package fi.seloste.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What is done to many at once: shown first, done to those who were shown, proved afterwards. */
@DatabaseTest
@Import(Readers.class)
class ChosenTest {

    @Autowired
    Readers readers;

    @Autowired
    MockMvc web;

    private Readers.Reader maria;
    private OrganisationId joki;
    private PersonId ada;
    private PersonId boris;

    @BeforeEach
    void a_register() throws Exception {
        readers.empty();
        maria = readers.salesperson(web);
        joki = readers.organisation("Jokivoima Oy");
        ada = readers.person("Ada Koskinen", "ada.koskinen@jokivoima.example", joki);
        boris = readers.person("Boris Lindqvist", "boris.lindqvist@jokivoima.example", joki);
    }

    @Test
    void before_many_are_tagged_one_sees_who_and_how_many() throws Exception {
        chosen("tagging", ada, boris)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Tag 2 people")))
                .andExpect(content().string(containsString("Ada Koskinen")))
                .andExpect(content().string(containsString("Boris Lindqvist")));

        assertThat(readers.tags(ada)).isEmpty();
    }

    @Test
    void a_tag_is_given_to_those_who_were_shown_and_taken_again() throws Exception {
        var boat = readers.person("Lotta Åke", "lotta.ake@kallio.example");
        act("tagging", ada + " " + boris, "tag", " Fair  2026 ").andExpect(status().isSeeOther());

        assertThat(readers.tags(ada)).containsExactly("fair 2026");
        assertThat(readers.tags(boris)).containsExactly("fair 2026");
        assertThat(readers.tags(boat)).isEmpty();
        assertThat(readers.count(
                        "register.change", "field = 'tag' and new_value = 'fair 2026' and actor_name = 'Maria Salo'"))
                .isEqualTo(2);
        assertThat(readers.count("evidence.entry", "act = 'tag-added'")).isPositive();

        act("untagging", ada.toString(), "tag", "fair 2026").andExpect(status().isSeeOther());
        assertThat(readers.tags(ada)).isEmpty();
        assertThat(readers.tags(boris)).containsExactly("fair 2026");
    }

    @Test
    void all_that_a_list_finds_are_shown_and_done_together() throws Exception {
        readers.person("Lotta Åke", "lotta.ake@kallio.example");
        var html = maria.reads("/people/chosen?act=ownership&organisation=" + joki);
        assertThat(html).contains("Set the owner of 2 people", ada.toString(), boris.toString());

        act("ownership", ada + " " + boris, "owner", maria.account().toString()).andExpect(status().isSeeOther());

        assertThat(readers.count("register.person", "owner_by = '%s'".formatted(maria.account())))
                .isEqualTo(2);
        assertThat(readers.count("register.change", "field = 'owner' and old_value is null"))
                .isEqualTo(2);
        assertThat(maria.reads("/people?owner=" + maria.account())).contains("2 people");
        act("ownership", ada.toString(), "owner", "").andExpect(status().isSeeOther());
        assertThat(readers.count("register.person", "owner_by is null and name = 'Ada Koskinen'"))
                .isEqualTo(1);
    }

    @Test
    void only_somebody_who_works_here_looks_after_people() throws Exception {
        act("ownership", ada.toString(), "owner", "01999999-0000-7000-8000-00000000cccc")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Choose another owner")));
        assertThat(readers.count("register.person", "owner_by is not null")).isZero();
    }

    @Test
    void a_ban_of_many_needs_a_reason_and_each_has_evidence() throws Exception {
        chosen("ban", ada, boris)
                .andExpect(content().string(containsString("Ban marketing to 2 people")))
                .andExpect(content().string(containsString("The ban outlives erasure")));
        act("ban", ada + " " + boris, "reason", " ")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Say why marketing is banned")));
        assertThat(readers.count("register.person", "standing = 1")).isZero();

        act("ban", ada + " " + boris, "reason", "asked at the fair").andExpect(status().isSeeOther());

        assertThat(readers.count("register.person", "standing = 1")).isEqualTo(2);
        assertThat(readers.count(
                        "evidence.entry", "act = 'marketing-ban' and subject_id in ('%s', '%s')".formatted(ada, boris)))
                .isEqualTo(2);
    }

    @Test
    void whose_processing_is_restricted_is_not_seen_and_left_alone() throws Exception {
        var chen = readers.restricted("Chen Rinne", "chen.rinne@rinne.example");
        readers.tag(ada, "vip");
        chosen("tagging", ada, chen)
                .andExpect(content().string(containsString("Tag 1 person")))
                .andExpect(content().string(containsString("1 of the chosen is not seen in this purpose")));
        act("tagging", ada + " " + chen, "tag", "fair").andExpect(status().isSeeOther());
        act("ownership", ada + " " + chen, "owner", maria.account().toString()).andExpect(status().isSeeOther());

        assertThat(readers.tags(ada)).contains("fair");
        assertThat(readers.count("register.person_tag", "person_id = '%s'".formatted(chen)))
                .isZero();
        assertThat(readers.count("register.person", "owner_by is not null and person_id = '%s'".formatted(chen)))
                .isZero();
    }

    @Test
    void nothing_chosen_is_a_sentence_and_a_wrong_row_too() throws Exception {
        maria.sends("/people/chosen", "act", "tagging", "list", "")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Choose at least one row first.")));
        act("tagging", "nobody", "tag", "fair").andExpect(status().isBadRequest());
        act("tagging", "", "tag", "fair").andExpect(status().isBadRequest());
        act("tagging", ada.toString(), "tag", "t".repeat(61)).andExpect(status().isBadRequest());
        assertThat(readers.tags(ada)).isEmpty();
    }

    @Test
    void who_may_only_read_changes_nobody() throws Exception {
        var support = readers.signedIn(
                web,
                "Sirpa Virtanen",
                fi.seloste.staff.Permissions.of(java.util.List.of(new fi.seloste.staff.Permission(
                        fi.seloste.store.Purpose.CUSTOMER, fi.seloste.staff.Action.SEE, fi.seloste.staff.Scope.ALL))));
        assertThat(support.reads("/people")).doesNotContain("name=\"id\"", "/people/new");
        support.sends("/people/tagging", "id", ada.toString(), "tag", "fair").andExpect(status().isForbidden());
        support.opens("/people/export").andExpect(status().isForbidden());
        assertThat(readers.tags(ada)).isEmpty();
    }

    @Test
    void marketing_bans_and_does_not_tag() throws Exception {
        var otto = readers.marketer(web);
        assertThat(otto.reads("/people")).contains("value=\"ban\"").doesNotContain("value=\"tagging\"");

        otto.sends("/people/tagging", "id", ada.toString(), "tag", "fair").andExpect(status().isForbidden());
        otto.sends("/people/ban", "id", ada.toString(), "reason", "asked by mail")
                .andExpect(status().isSeeOther());

        assertThat(readers.count("register.person", "standing = 1")).isEqualTo(1);
        assertThat(otto.reads("/people")).doesNotContain("Ada Koskinen");
    }

    @Test
    void organisations_are_tagged_and_given_away_too() throws Exception {
        maria.sends("/organisations/tagging", "id", joki.toString(), "tag", "key account")
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/organisations"));
        maria.sends(
                        "/organisations/ownership",
                        "id",
                        joki.toString(),
                        "owner",
                        maria.account().toString())
                .andExpect(status().isSeeOther());

        assertThat(maria.reads("/organisations?tag=key%20account&owner=" + maria.account()))
                .contains("Jokivoima Oy", "1 organisation");
        maria.opens("/organisations/chosen?act=ban").andExpect(status().isForbidden());
        assertThat(readers.count("register.change", "entity = 'organisation' and field in ('tag', 'owner')"))
                .isEqualTo(2);
    }

    @Test
    void a_file_holds_the_shown_columns_and_everybody_in_it_was_consulted() throws Exception {
        readers.asOwner(
                "update register.person set job_title = '=cmd|''/c calc''!A0' where person_id = '%s'".formatted(ada));
        readers.restricted("Chen Rinne", "chen.rinne@rinne.example");
        readers.banned("Nea \"Kallio\"; Salo", "nea.kallio@kallio.example");

        var file = file(maria.opens("/people/export?columns=title,email&sort=name"));

        assertThat(file.lines())
                .containsExactly(
                        "\uFEFFName;Job title;E-mail;What may not be done",
                        "Ada Koskinen;'=cmd|'/c calc'!A0;ada.koskinen@jokivoima.example;",
                        "Boris Lindqvist;;boris.lindqvist@jokivoima.example;",
                        "\"Nea \"\"Kallio\"\"; Salo\";;nea.kallio@kallio.example;no marketing");
        assertThat(readers.count("evidence.consultation", "how = 'export' and cardinality(subjects) = 3"))
                .isEqualTo(1);
        assertThat(readers.count("evidence.entry", "act = 'export'")).isPositive();
    }

    @Test
    void only_the_ticked_rows_are_in_their_file() throws Exception {
        var file = file(maria.sends("/people/export", "id", boris.toString(), "list", "columns=phone"));

        assertThat(file.lines()).hasSize(2).last().isEqualTo("Boris Lindqvist;;");
        assertThat(file(maria.opens("/organisations/export?columns=domain")).lines())
                .containsExactly("\uFEFFName;Domain", "Jokivoima Oy;");
        maria.sends("/people/export", "list", "").andExpect(status().isBadRequest());
    }

    private ResultActions chosen(String act, PersonId... people) throws Exception {
        var fields = new java.util.ArrayList<>(java.util.List.of("act", act, "list", "sort=-name"));
        for (var person : people) {
            fields.add("id");
            fields.add(person.toString());
        }
        return maria.sends("/people/chosen", fields.toArray(String[]::new));
    }

    private ResultActions act(String act, String people, String field, String value) throws Exception {
        return maria.sends("/people/" + act, "id", people, "list", "sort=-name", field, value);
    }

    private static String file(ResultActions answer) throws Exception {
        return answer.andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "text/csv;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
