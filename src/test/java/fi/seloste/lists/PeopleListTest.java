package fi.seloste.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** Lists as somebody reads them in a browser. */
@DatabaseTest
@Import(Readers.class)
class PeopleListTest {

    private static final Pattern NAMES = Pattern.compile("<td class=\"who\"><a href=\"[^\"]+\">([^<]+)</a>");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern BEFORE = Pattern.compile("rel=\"prev\" href=\"([^\"]+)\"");

    @Autowired
    Readers readers;

    @Autowired
    MockMvc web;

    private Readers.Reader maria;
    private OrganisationId joki;
    private PersonId ada;

    @BeforeEach
    void a_register() throws Exception {
        readers.empty();
        maria = readers.salesperson(web);
        joki = readers.organisation("Jokivoima Oy");
        ada = readers.person("Ada Koskinen", "ada.koskinen@jokivoima.example", joki);
        readers.person("Boris Lindqvist", "boris.lindqvist@jokivoima.example", joki);
        readers.person("Ville Öhman", "ville.ohman@oljytie.example", readers.organisation("Öljytie Oy"));
        readers.person("Lotta Åke", "lotta.ake@kallio.example");
    }

    @Test
    void the_list_shows_everybody_by_name_in_the_purpose_it_is_read_in() throws Exception {
        var html = maria.reads("/people");

        assertThat(names(html)).containsExactly("Ada Koskinen", "Boris Lindqvist", "Lotta Åke", "Ville Öhman");
        assertThat(html).contains("customer relationship", "4 people", "Jokivoima Oy");
        assertThat(html).contains("mailto:ada.koskinen@jokivoima.example");
        assertThat(readers.count("evidence.consultation", "how = 'list' and cardinality(subjects) = 4"))
                .isEqualTo(1);
    }

    @Test
    void the_address_is_the_list() throws Exception {
        readers.tag(ada, "vip");

        assertThat(names(maria.reads("/people?tag=vip"))).containsExactly("Ada Koskinen");
        assertThat(names(maria.reads("/people?search=oljy"))).containsExactly("Ville Öhman");
        assertThat(names(maria.reads("/people?organisation=" + joki)))
                .containsExactly("Ada Koskinen", "Boris Lindqvist");
        assertThat(names(maria.reads("/people?source=public-web"))).isEmpty();
        assertThat(maria.reads("/people?tag=vip&organisation=" + joki))
                .contains("Tag: vip", "Organisation: Jokivoima Oy", "1 person");
    }

    @Test
    void words_that_say_nothing_are_taken_out_of_the_address() throws Exception {
        assertThat(maria.leads("/people?search=ada&role=&owner=&tag=")).isEqualTo("/people?search=ada");
        assertThat(maria.leads("/people?search="))
                .as("everybody, whatever the list opens with")
                .isEqualTo("/people?sort=name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-name", "changed", "-changed", "organisation", "-organisation"})
    void page_after_page_and_back_again_shows_the_same_rows(String sort) throws Exception {
        var whole = names(maria.reads("/people?sort=" + sort));
        assertThat(whole).hasSize(4);

        var first = maria.reads("/people?limit=3&sort=" + sort);
        var second = maria.reads(link(NEXT, first));
        var walked = new ArrayList<>(names(first));
        walked.addAll(names(second));
        assertThat(walked).isEqualTo(whole);
        assertThat(first).doesNotContain("rel=\"prev\"");
        assertThat(second).doesNotContain("rel=\"next\"");

        var again = maria.reads(link(BEFORE, second));
        assertThat(names(again)).isEqualTo(names(first));
        assertThat(again).doesNotContain("rel=\"prev\"").contains("rel=\"next\"");
    }

    @Test
    void a_heading_tells_the_order_and_turns_it_round() throws Exception {
        assertThat(maria.reads("/people")).contains("aria-sort=\"ascending\"", "href=\"/people?sort=-name\"");
        assertThat(maria.reads("/people?sort=-name")).contains("aria-sort=\"descending\"");
        assertThat(maria.reads("/people?sort=changed"))
                .contains("aria-sort=\"descending\"", "href=\"/people?sort=-changed\"");
        assertThat(names(maria.reads("/people?sort=-name")).getFirst()).isEqualTo("Ville Öhman");
    }

    @Test
    void the_columns_stand_in_the_address() throws Exception {
        assertThat(maria.leads("/people/columns?chosen=true&column=email&column=source&search=ada"))
                .isEqualTo("/people?search=ada&columns=email%2Csource");
        assertThat(maria.reads("/people?columns=email,source"))
                .contains("met in person")
                .doesNotContain(">Job title<");
        assertThat(maria.leads("/people/columns?chosen=true")).isEqualTo("/people?columns=name");
    }

    @Test
    void an_organisation_is_chosen_by_a_part_of_its_name() throws Exception {
        var other = readers.organisation("Jokirinne Oy");

        assertThat(maria.leads("/people?organisationName=jokivo&tag=vip"))
                .isEqualTo("/people/filters?tag=vip&organisationName=jokivo");
        assertThat(maria.leads("/people/filters?organisationName=jokivo&tag=vip"))
                .isEqualTo("/people?organisation=" + joki + "&tag=vip");
        assertThat(maria.reads("/people/filters?organisationName=joki"))
                .contains("value=\"" + joki + "\"", "value=\"" + other + "\"", "Which organisation?");
        assertThat(maria.reads("/people/filters?organisationName=nobody")).contains("No organisation matches");
    }

    @Test
    void an_empty_list_says_what_to_do() throws Exception {
        assertThat(maria.reads("/people?search=nobody")).contains("Nobody matches", "href=\"/people\"");
        readers.empty();

        assertThat(maria.reads("/people")).contains("Nobody is in the register yet", "/imports", "/people/new");
        assertThat(maria.reads("/organisations")).contains("No organisation is in the register yet");
    }

    @Test
    void organisations_are_a_list_of_the_same_kind() throws Exception {
        assertThat(names(maria.reads("/organisations"))).containsExactly("Jokivoima Oy", "Öljytie Oy");
        assertThat(names(maria.reads("/organisations?sort=-name"))).containsExactly("Öljytie Oy", "Jokivoima Oy");
        assertThat(names(maria.reads("/organisations?search=joki"))).containsExactly("Jokivoima Oy");
        var first = maria.reads("/organisations?limit=1");
        var second = maria.reads(link(NEXT, first));
        assertThat(names(second)).containsExactly("Öljytie Oy");
        assertThat(names(maria.reads(link(BEFORE, second)))).containsExactly("Jokivoima Oy");
    }

    @Test
    void a_list_is_read_in_another_purpose_of_the_viewer_only() throws Exception {
        assertThat(maria.reads("/people?as=billing")).contains("<b>billing</b>", "href=\"/people?as=customer\"");
        var otto = readers.marketer(web);

        assertThat(otto.reads("/people")).contains("<b>marketing</b>");
        otto.opens("/people?as=customer").andExpect(status().isForbidden());
        maria.opens("/people?as=analytics")
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("Choose another purpose")));
    }

    @Test
    void in_every_purpose_that_reads_people_the_pages_beside_the_list_open() throws Exception {
        for (var purpose :
                List.of("customer", "support", "marketing", "contracts", "billing", "claims", "references")) {
            maria.reads("/people?as=" + purpose);
            maria.reads("/people?search=koskinen&as=" + purpose);
            maria.reads("/people/filters?as=" + purpose);
            maria.reads("/people/columns?as=" + purpose);
            maria.reads("/organisations?as=" + purpose);
            maria.reads("/organisations/filters?as=" + purpose);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/people?sort=shoe-size",
                "/people?after=nonsense",
                "/people?before=nonsense",
                "/people?sort=organisation&before=QQ",
                "/people?columns=shoe-size",
                "/people?limit=none",
                "/people?actSince=yesterday",
                "/people?banned=perhaps",
                "/people?source=hearsay",
                "/people?role=king",
                "/people?as=king",
                "/organisations?sort=organisation",
                "/organisations?businessId=123",
                "/people/chosen?act=dance",
                "/people/chosen?act=tagging&id=nobody"
            })
    void what_an_address_cannot_mean_is_told_in_a_sentence(String address) throws Exception {
        maria.opens(address)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("<h1>")));
    }

    @Test
    void an_owner_or_organisation_that_is_not_there_finds_nobody() throws Exception {
        maria.opens("/people?owner=somebody").andExpect(status().isBadRequest());
        assertThat(maria.reads("/people?owner=01999999-0000-7000-8000-00000000cccc"))
                .contains("Owner: unknown", "Nobody matches");
        assertThat(maria.reads("/people?organisation=01999999-0000-7000-8000-00000000cccc"))
                .contains("Organisation: unknown");
    }

    @Test
    void a_search_of_ten_thousand_letters_is_cut_and_answered() throws Exception {
        var html = maria.reads("/people?search=" + "a".repeat(10_000));

        assertThat(html).contains("Nobody matches").doesNotContain("a".repeat(201));
        assertThat(maria.reads("/people?search=" + "%25".repeat(3000))).contains("Nobody matches");
    }

    private static List<String> names(String html) {
        return NAMES.matcher(html).results().map(found -> found.group(1)).toList();
    }

    private static String link(Pattern pattern, String html) {
        var found = pattern.matcher(html);
        assertThat(found.find()).as("a link to more in %s", html).isTrue();
        return found.group(1).replace("&amp;", "&");
    }
}
