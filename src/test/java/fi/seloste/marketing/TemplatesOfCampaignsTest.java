package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.base.Actor;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Words that were worth writing once begin the next campaign too. */
@MarketingTest
class TemplatesOfCampaignsTest {

    private static int visits;

    @Autowired
    Readers readers;

    @Autowired
    Marketing marketing;

    @Autowired
    Templating templating;

    @Autowired
    PictureDesk pictures;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    @Test
    void a_campaign_that_begins_with_a_template_has_its_words_and_goes_its_own_way() throws Exception {
        var first = readers.campaign(readers.firm("Malli Oy"));
        var jenny = visit();
        jenny.sends("/marketing/campaigns/" + first + "/template", "name", "  Monthly letter ")
                .andExpect(status().is3xxRedirection());
        var template = named("Monthly letter");
        assertThat(jenny.html("/marketing/templates")).contains("Monthly letter", "Autumn news");
        assertThat(jenny.html("/marketing/campaigns/new?template=" + template.id()))
                .contains("value=\"" + template.id() + "\" selected");

        var made = jenny.sends(
                        "/marketing/campaigns",
                        "name",
                        "December",
                        "purpose",
                        "role-marketing",
                        "senderName",
                        "Jenny",
                        "perMinute",
                        "0",
                        "languages",
                        "en",
                        "template",
                        template.id().toString())
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var campaign = marketing.get(UUID.fromString(made.split("/")[3]));
        assertThat(campaign.content().blocks()).isEqualTo(Readers.content().blocks());
        assertThat(campaign.content().languages()).containsExactly("en");
        assertThat(campaign.content().subject("en")).isEqualTo(Readers.content().subject("en"));
        assertThat(campaign.plan().audience()).isNull();

        marketing.change(campaign.id(), campaign.plan(), Content.empty("en"), campaign.version());
        assertThat(templating.get(template.id()).content()).isEqualTo(Readers.content());
        jenny.sends("/marketing/templates/" + template.id() + "/removal").andExpect(status().is3xxRedirection());
        assertThatThrownBy(() -> templating.get(template.id())).isInstanceOf(Problem.NotFound.class);
        assertThat(marketing.get(first).content()).isEqualTo(Readers.content());
    }

    @Test
    void a_name_is_one_templates_and_what_is_refused_is_told_at_its_place() throws Exception {
        var first = readers.campaign(readers.firm("Toisto Oy"));
        templating.keep(first, "Invitation", Readers.JENNY);
        var jenny = visit();
        var again = jenny.sends("/marketing/campaigns/" + first + "/template", "name", "Invitation");
        again.andExpect(status().isBadRequest());
        assertThat(again.andReturn().getResponse().getContentAsString())
                .contains("There is a template “Invitation” already");
        jenny.sends("/marketing/campaigns/" + first + "/template", "name", " ").andExpect(status().isBadRequest());
        jenny.sends("/marketing/templates/" + UUID.randomUUID() + "/removal").andExpect(status().isNotFound());
        jenny.sends(
                        "/marketing/campaigns",
                        "name",
                        "Lost",
                        "purpose",
                        "role-marketing",
                        "perMinute",
                        "0",
                        "languages",
                        "en",
                        "template",
                        UUID.randomUUID().toString())
                .andExpect(status().isBadRequest());
        assertThat(visit(Role.SUPPORT_AGENT)
                        .opens("/marketing/templates")
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void a_picture_that_a_template_shows_stays() throws Exception {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", file);
        var picture = pictures.add("hill.png", file.toByteArray(), Readers.JENNY);
        var content = Readers.content();
        var shown = new Content(
                content.languages(),
                content.subjects(),
                content.why(),
                List.of(new Block(Block.Kind.IMAGE, picture.url(), Map.of("fi", "Mäki", "en", "A hill"))));
        var first = readers.campaign(readers.firm("Kuva Oy"), shown);
        templating.keep(first, "With a hill", Readers.JENNY);
        var one = marketing.get(first);
        marketing.change(first, one.plan(), content, one.version());

        assertThatThrownBy(() -> pictures.remove(picture.id(), Readers.JENNY)).isInstanceOf(Problem.Conflict.class);
        templating.remove(named("With a hill").id());
        pictures.remove(picture.id(), Readers.JENNY);
    }

    private CampaignTemplate named(String name) {
        return templating.newest(Paging.of(null, null)).items().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Visit visit() throws Exception {
        return visit(Role.MARKETER);
    }

    private Visit visit(Role role) throws Exception {
        var email = "keeper" + visits++ + ".templates@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Jenny Sandberg", email, "en", "Europe/Helsinki"),
                role.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }
}
