package fi.seloste.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.MailSink;
import fi.seloste.marketing.MarketingTest;
import fi.seloste.marketing.Readers;
import fi.seloste.register.CustomField;
import fi.seloste.register.CustomField.Holder;
import fi.seloste.register.CustomField.Kind;
import fi.seloste.register.OwnFields;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** A mail of a flow that stops by itself while its flow runs: it is told where people look, and let go on from there. */
@MarketingTest
@Import(Paths.class)
class PausedMailTest {

    private static final String NOTES = "relationship-notes";
    private static final String TAGS = "contact-tags";
    private static int visits;

    @Autowired
    Paths paths;

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    OwnFields own;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    private Visit jenny;

    @BeforeEach
    void a_marketer() throws Exception {
        sink.open();
        paths.clock.reset();
        jenny = visit();
    }

    @Test
    @Policy("M17")
    void a_mail_of_a_flow_that_says_what_is_withheld_on_the_way_is_told_on_both_pages_and_goes_on_when_it_may()
            throws Exception {
        var motto = declared("Flow motto");
        var ada = met("ada@pysahdys.example");
        var flow = paths.running(paths.mail("On {{own.flow-motto|things}}"));
        var mail = paths.campaigns(flow).getFirst().id();
        var flowPage = "/marketing/flows/" + flow;
        var mailPage = "/marketing/campaigns/" + mail;
        assertThat(jenny.html(flowPage)).doesNotContain("one mail of it is paused");
        assertThat(jenny.html(mailPage)).contains("Its words stay").doesNotContain("It is paused", "/resumption");

        filed(motto, NOTES);
        paths.flows.add(flow, List.of(ada), Readers.JENNY);
        paths.go();
        assertThat(state(mail)).isEqualTo(Campaign.State.PAUSED);
        assertThat(paths.flows.get(flow).state()).isEqualTo(Flow.State.RUNNING);
        assertThat(paths.queued(flow)).isOne();
        assertThat(jenny.html(flowPage)).contains("one mail of it is paused", "href=\"" + mailPage + "\"");
        assertThat(jenny.html(mailPage))
                .contains("It is paused: a merge field may not be said any more", mailPage + "/resumption");

        jenny.sends(mailPage + "/resumption").andExpect(status().isConflict());
        assertThatThrownBy(() -> paths.marketing.resume(mail, Readers.JENNY))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class, e -> assertThat(e.key()).isEqualTo("merge.withheld.own"));
        assertThat(state(mail)).isEqualTo(Campaign.State.PAUSED);

        filed(motto, TAGS);
        jenny.sends(mailPage + "/resumption").andExpect(status().is3xxRedirection());
        paths.go();
        assertThat(sink.readers()).containsExactly("ada@pysahdys.example");
        assertThat(paths.subjects().getFirst()).startsWith("On things");
        assertThat(jenny.html(flowPage)).doesNotContain("one mail of it is paused");
        assertThat(jenny.html(mailPage)).doesNotContain("It is paused", "/resumption");
    }

    @Test
    void a_mail_of_a_paused_flow_goes_on_with_its_flow_and_not_without_it() throws Exception {
        var motto = declared("Flow device");
        var ada = met("ada@tauko.example");
        var flow = paths.running(paths.mail("On {{own.flow-device|things}}"));
        var mail = paths.campaigns(flow).getFirst().id();
        var mailPage = "/marketing/campaigns/" + mail;
        filed(motto, NOTES);
        paths.flows.add(flow, List.of(ada), Readers.JENNY);
        paths.go();
        assertThat(state(mail)).isEqualTo(Campaign.State.PAUSED);

        paths.flows.pause(flow, Readers.JENNY);
        filed(motto, TAGS);
        assertThat(jenny.html(mailPage))
                .contains("It is paused: paused with its flow")
                .doesNotContain("/resumption");
        jenny.sends(mailPage + "/resumption").andExpect(status().isConflict());
        assertThat(jenny.html("/marketing/flows/" + flow)).doesNotContain("one mail of it is paused");

        paths.flows.resume(flow, Readers.JENNY);
        paths.go();
        assertThat(sink.readers()).containsExactly("ada@tauko.example");
    }

    @Test
    void a_flow_goes_on_though_one_of_its_mails_may_not_and_that_stops_again_by_itself() throws Exception {
        var motto = declared("Flow saying");
        var ada = met("ada@jatko.example");
        var flow = paths.running(paths.mail("Plain"), paths.mail("On {{own.flow-saying|things}}"));
        filed(motto, NOTES);
        paths.flows.pause(flow, Readers.JENNY);
        paths.flows.add(flow, List.of(ada), Readers.JENNY);
        paths.flows.resume(flow, Readers.JENNY);
        paths.go();
        paths.go();

        assertThat(paths.subjects()).singleElement().asString().startsWith("Plain");
        assertThat(paths.campaigns(flow))
                .extracting(Campaign::state)
                .containsExactly(Campaign.State.SENDING, Campaign.State.PAUSED);
        assertThat(jenny.html("/marketing/flows/" + flow)).contains("one mail of it is paused");
    }

    private Campaign.State state(UUID mail) {
        return paths.marketing.get(mail).state();
    }

    private PersonId met(String address) {
        return readers.met(readers.firm("Pysähdys Oy"), "Ada Pysähdys", address, "en");
    }

    private UUID declared(String name) {
        return paths.purposes.as(
                Purpose.CUSTOMER,
                () -> own.declare(new CustomField.New(Holder.PERSON, name, Kind.TEXT, TAGS, List.of())));
    }

    private void filed(UUID field, String category) {
        paths.purposes.as(Purpose.CUSTOMER, () -> own.file(field, category, Readers.JENNY));
    }

    private Visit visit() throws Exception {
        var email = "visitor" + visits++ + ".pausedmail@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Jenny Sandberg", email, "en", "Europe/Helsinki"),
                Role.MARKETER.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }
}
