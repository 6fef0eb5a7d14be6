package fi.seloste.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.base.Actor;
import fi.seloste.events.Hosting;
import fi.seloste.marketing.MarketingTest;
import fi.seloste.marketing.Readers;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Flows when there are many of them, and events when many are over. */
@MarketingTest
@Import({Paths.class, Hosting.class})
class FlowListTest {

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern FLOW = Pattern.compile("href=\"(/marketing/flows/[0-9a-f-]{36})\"");

    @Autowired
    Paths paths;

    @Autowired
    Hosting hosting;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    private Visit jenny;

    @BeforeEach
    void today() throws Exception {
        paths.clock.reset();
    }

    @Test
    void an_event_that_is_over_is_found_for_a_flow_and_its_day_written_as_the_reader_writes_days() throws Exception {
        var event = hosting.evening(10);
        var wanted = new String[] {
            "name",
            "After the evening",
            "trigger",
            "hand",
            "ground",
            "role-marketing",
            "senderName",
            "Jenny",
            "languages",
            "en"
        };
        paths.clock.advance(Duration.ofDays(900));
        jenny = visit("looks.back@halytin.example");

        var searched = Arrays.copyOf(wanted, wanted.length + 4);
        System.arraycopy(new String[] {"event", "varautumisp", "find", "event"}, 0, searched, wanted.length, 4);
        assertThat(jenny.sends("/marketing/flows", searched)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("event-attended/" + event, "After the evening", "21 January 2027");
        wanted[3] = "event-attended/" + event;
        var flow = made(jenny.sends("/marketing/flows", wanted));
        assertThat(jenny.html(flow)).contains("21 January 2027").doesNotContain("2027-01-21");
        assertThat(jenny.html(flow + "/settings"))
                .as("it stays chosen")
                .contains("event-attended/" + event + "\" selected");
    }

    @Test
    void flows_are_listed_page_by_page_to_the_last() throws Exception {
        jenny = visit("lists.flows@halytin.example");
        for (int i = 0; i < 60; i++) {
            paths.clock.advance(Duration.ofSeconds(1));
            paths.flows.add(paths.plan(), Readers.JENNY);
        }

        var read = new HashSet<String>();
        var page = "/marketing/flows";
        do {
            var html = jenny.html(page);
            FLOW.matcher(html).results().forEach(one -> read.add(one.group(1)));
            var next = NEXT.matcher(html);
            page = next.find() ? next.group(1).replace("&amp;", "&") : "";
        } while (!page.isEmpty());

        assertThat(read).hasSizeGreaterThanOrEqualTo(60);
    }

    private Visit visit(String email) throws Exception {
        var account = staff.make(
                new Staff.Newcomer("Jenny Sandberg", email, "en", "Europe/Helsinki"),
                Role.MARKETER.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }

    private static String made(ResultActions answer) {
        var url = answer.andReturn().getResponse().getRedirectedUrl();
        assertThat(url).isNotNull();
        return url;
    }
}
