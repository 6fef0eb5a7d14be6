package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.datamap.DataMap;
import fi.seloste.datamap.Walk;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@MarketingTest
class MarketingPagesTest {

    private static int visits;

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Sending sending;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    @Autowired
    Walk walk;

    @Autowired
    DataMap map;

    private Visit jenny;

    @BeforeEach
    void a_marketer() throws Exception {
        sink.open();
        jenny = visit(Role.MARKETER);
    }

    @Test
    void from_an_audience_to_the_report_by_the_pages_alone() throws Exception {
        var firm = readers.firm("Jokivoima Oy");
        var ada = readers.met(firm, "Ada Koskinen", "ada@jokivoima.example", "fi");
        readers.ban(readers.met(firm, "Boris Lindqvist", "boris@jokivoima.example", "fi"));

        var audience = made(jenny.sends("/marketing/audiences", "name", "Everybody at Jokivoima"));
        assertThat(jenny.html(audience + "?group=0&field=organisation&q=Jokivoima"))
                .contains("Jokivoima Oy");
        jenny.sends(
                audience + "/conditions",
                "version",
                "1",
                "group",
                "0",
                "field",
                "organisation",
                "value",
                firm.toString());
        assertThat(jenny.html(audience))
                .contains("works at Jokivoima Oy", "Ada Koskinen", "banned marketing")
                .doesNotContain("Boris");

        var made = made(jenny.sends(
                "/marketing/campaigns",
                "name",
                "Autumn",
                "purpose",
                "role-marketing",
                "senderName",
                "Jenny",
                "audience",
                audience.substring(audience.lastIndexOf('/') + 1),
                "perMinute",
                "0",
                "languages",
                "en"));
        var campaign = made.replace("/content", "");
        assertThat(jenny.html(campaign)).contains("say in the words why this concerns");
        jenny.sends(
                campaign + "/content",
                "version",
                "1",
                "act",
                "save",
                "subject.en",
                "News for {{firstName|you}}",
                "why.en",
                "you look after preparedness",
                "b0.kind",
                "heading",
                "b0.en",
                "News",
                "b1.kind",
                "text",
                "b1.en",
                "Hello <script>x</script>{{firstName|there}}");
        assertThat(jenny.html(campaign))
                .contains("Nothing is in the way", "Send to 1")
                .doesNotContain("Boris");
        assertThat(jenny.html(campaign + "/preview?person=" + ada)).contains("News for Ada", "Hello Ada");
        jenny.opens(campaign + "/mail?person=" + ada)
                .andExpect(header().string("Content-Security-Policy", org.hamcrest.Matchers.startsWith("sandbox")));

        jenny.sends(campaign + "/sending");
        sending.run();

        assertThat(jenny.html(campaign)).contains("Left out from the start", "all have left");
        assertThat(jenny.html("/marketing")).contains("Autumn");
        assertThat(sink.readers()).containsExactly("ada@jokivoima.example");
        assertThat(jenny.html("/people/" + ada + "?as=marketing")).contains("News for Ada");
    }

    @Test
    @Policy("M10")
    void the_copy_of_a_person_tells_what_was_sent() {
        var firm = readers.firm("Rautapyörä Oy");
        var ada = readers.met(firm, "Ada Rauta", "ada@rautapyora.example", "fi");
        var id = readers.campaign(firm);
        readers.marketing.send(id, Readers.JENNY);
        sending.run();

        var rows = new ArrayList<Map<String, @Nullable Object>>();
        var table = map.tables().stream()
                .filter(one -> one.qualified().equals("marketing.delivery"))
                .findFirst()
                .orElseThrow();
        readers.purposes.as(Purpose.RIGHTS, () -> walk.rows(ada, table, rows::add));
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("address", "ada@rautapyora.example").containsEntry("state", "sent");
            assertThat(row.toString()).contains("Autumn letter", "Syksyn uutiset");
        });
    }

    @Test
    void blocks_are_added_moved_and_taken_away_without_script_and_what_was_typed_stays() throws Exception {
        var firm = readers.firm("Merenkulma Oy");
        var id = readers.campaign(firm);
        var path = "/marketing/campaigns/" + id + "/content";
        jenny.sends(
                path, "version", "1", "act", "add.image", "subject.fi", "S", "b0.kind", "heading", "b0.fi", "Typed");
        assertThat(jenny.html(path)).contains("Typed", "Where the picture is");
        jenny.sends(path, "version", "2", "act", "up.1", "b0.kind", "heading", "b0.fi", "Typed", "b1.kind", "image");
        assertThat(readers.marketing.get(id).content().blocks())
                .extracting(Block::kind)
                .containsExactly(Block.Kind.IMAGE, Block.Kind.HEADING);
        jenny.sends(
                path, "version", "3", "act", "remove.0", "b0.kind", "image", "b1.kind", "heading", "b1.fi", "Typed");
        assertThat(readers.marketing.get(id).content().blocks()).hasSize(1);
        jenny.sends(path, "version", "3", "act", "save").andExpect(status().is(409));
        jenny.sends(path, "version", "4", "act", "add.nonsense").andExpect(status().isBadRequest());
    }

    @Test
    void who_may_not_market_sees_none_of_it() throws Exception {
        var salla = visit(Role.SUPPORT_AGENT);
        salla.opens("/marketing").andExpect(status().isForbidden());
        salla.sends("/marketing/campaigns/" + UUID.randomUUID() + "/sending").andExpect(status().isForbidden());
        assertThat(salla.html("/")).doesNotContain("href=\"/marketing\"");
        assertThat(jenny.html("/")).contains("href=\"/marketing\"");
        jenny.opens("/marketing/campaigns/" + UUID.randomUUID()).andExpect(status().isNotFound());
    }

    private static String made(org.springframework.test.web.servlet.ResultActions answer) throws Exception {
        var place = answer.andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(place).isNotNull();
        return place;
    }

    private Visit visit(Role role) throws Exception {
        var email = "visitor" + visits++ + ".marketing@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Jenny Sandberg", email, "en", "Europe/Helsinki"),
                role.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }
}
