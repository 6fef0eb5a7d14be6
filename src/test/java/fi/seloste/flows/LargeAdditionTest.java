package fi.seloste.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Faults;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.marketing.MarketingTest;
import fi.seloste.marketing.Readers;
import fi.seloste.marketing.Targeting;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** An audience of very many enters a flow, played by a few people where one is many already and two are a part. */
@MarketingTest
@Import(Paths.class)
@TestPropertySource(properties = {"seloste.audience.at-once=1", "seloste.audience.part=2"})
class LargeAdditionTest {

    @Autowired
    Paths paths;

    @Autowired
    Readers readers;

    @Autowired
    Adding adding;

    @Autowired
    Targeting targeting;

    @Autowired
    Faults faults;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    @Test
    void nobody_waits_for_very_many_and_the_page_tells_how_far_it_is() throws Exception {
        var way = way("odottaa");
        var jenny = visit("adds.many@halytin.example");
        var page = "/marketing/flows/" + way.flow();

        jenny.sends(page + "/people/audience", "audience", way.audience().toString());
        jenny.sends(page + "/people/audience", "audience", way.audience().toString());
        assertThat(paths.within(way.flow())).as("not while somebody waits").isZero();
        assertThat(adding.of(way.flow())).as("asked twice, it is done once").hasSize(1);
        assertThat(jenny.html(page)).contains("An audience is entering", "odottaa", "0 of 5", "Take back");

        adding.run();
        assertThat(paths.within(way.flow())).isEqualTo(5);
        assertThat(adding.of(way.flow())).isEmpty();
        assertThat(jenny.html(page))
                .contains("A large audience is being added", "People added by hand")
                .doesNotContain("An audience is entering");
    }

    @Test
    void what_was_asked_can_be_taken_back_until_it_is_done() {
        var way = way("peruttu");
        adding.add(way.flow(), way.audience(), Readers.JENNY);
        var asked = adding.of(way.flow()).getFirst().id();

        adding.takeBack(way.flow(), asked, Readers.JENNY);
        adding.run();

        assertThat(paths.within(way.flow())).isZero();
        assertThatThrownBy(() -> adding.takeBack(way.flow(), asked, Readers.JENNY))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @Policy("J5")
    void nobody_enters_a_flow_that_ended_meanwhile() {
        var way = way("paattyi");
        adding.add(way.flow(), way.audience(), Readers.JENNY);

        paths.flows.end(way.flow(), Readers.JENNY);
        adding.run();

        assertThat(paths.within(way.flow())).isZero();
        assertThat(adding.of(way.flow())).isEmpty();
    }

    @Test
    @Policy("J2")
    void whoever_bans_marketing_before_their_part_is_done_does_not_enter() {
        var way = way("kieltaa");
        adding.add(way.flow(), way.audience(), Readers.JENNY);

        readers.ban(way.people().getLast());
        adding.run();

        assertThat(paths.within(way.flow())).isEqualTo(4);
    }

    @Test
    @Policy("J2")
    void whoever_is_just_being_changed_is_passed_over_and_tried_again() throws Exception {
        var way = way("muuttuu");
        adding.add(way.flow(), way.audience(), Readers.JENNY);

        paths.whileHeld(List.of(way.people().get(1), way.people().get(4)), () -> {
            adding.run();
            assertThat(paths.within(way.flow())).as("the others do not wait").isEqualTo(3);
            assertThat(adding.of(way.flow())).as("nor is it done").hasSize(1);
        });
        adding.run();

        assertThat(entrances(way.flow())).isEqualTo(5);
        assertThat(adding.of(way.flow())).isEmpty();
    }

    @Test
    @Policy("J2")
    void a_ban_at_that_moment_stops_nobody_else_and_whoever_bans_does_not_enter() throws Exception {
        var way = way("juurinyt");
        adding.add(way.flow(), way.audience(), Readers.JENNY);

        paths.whileBanned(way.people().get(2), () -> {
            adding.run();
            assertThat(paths.within(way.flow())).isEqualTo(4);
        });
        adding.run();

        assertThat(paths.within(way.flow())).isEqualTo(4);
        assertThat(adding.of(way.flow())).isEmpty();
    }

    @Test
    void what_fails_for_one_audience_keeps_no_other_waiting() {
        var broken = way("rikki");
        var whole = way("ehja");
        adding.add(broken.flow(), broken.audience(), Readers.JENNY);
        adding.add(whole.flow(), whole.audience(), Readers.JENNY);
        var written = criteria(broken.audience(), "{\"match\": \"nonsense\"}");

        adding.run();
        assertThat(paths.within(whole.flow())).isEqualTo(5);
        assertThat(adding.of(broken.flow())).hasSize(1);

        criteria(broken.audience(), written);
        adding.run();
        assertThat(paths.within(broken.flow())).isEqualTo(5);
    }

    /** What an audience asks for from now on, as it is kept; gives back what it asked for before. */
    private String criteria(UUID audience, String written) {
        return paths.purposes.as(Purpose.OWNER, () -> {
            var before = paths.jdbc
                    .sql("select criteria from marketing.audience where audience_id = :id")
                    .param("id", audience)
                    .query(String.class)
                    .single();
            paths.jdbc
                    .sql("update marketing.audience set criteria = :criteria where audience_id = :id")
                    .param("id", audience)
                    .param("criteria", written)
                    .update();
            return before;
        });
    }

    @Test
    void an_audience_that_was_removed_meanwhile_is_told_and_not_taken_for_done() {
        var way = way("poistui");
        adding.add(way.flow(), way.audience(), Readers.JENNY);

        targeting.remove(way.audience());
        adding.run();

        assertThat(paths.within(way.flow())).isZero();
        assertThat(adding.of(way.flow())).isEmpty();
        assertThat(paths.flows.deeds(way.flow()))
                .extracting(Deed::kind)
                .contains("people-asked", "people-gone")
                .doesNotContain("people-added");
    }

    @Test
    @Policy("J6")
    void wherever_it_is_killed_everybody_enters_once() {
        var all = faults.mustEndAlike("addition", new Faults.Course<Way, List<Integer>>() {
            @Override
            public Way prepare(String name) {
                return way(name.replace('.', '-'));
            }

            @Override
            public void act(Way way) {
                adding.add(way.flow(), way.audience(), Readers.JENNY);
                adding.run();
            }

            @Override
            public void goOn(Way way) {
                if (paths.within(way.flow()) == 0 && adding.of(way.flow()).isEmpty()) {
                    adding.add(way.flow(), way.audience(), Readers.JENNY);
                }
                adding.run();
            }

            @Override
            public List<Integer> end(Way way) {
                return List.of(
                        paths.within(way.flow()),
                        entrances(way.flow()),
                        adding.of(way.flow()).size());
            }
        });

        assertThat(all.kills()).isGreaterThan(6);
        assertThat(all.undisturbed()).containsExactly(5, 5, 0);
    }

    private record Way(UUID flow, UUID audience, List<PersonId> people) {}

    private Way way(String name) {
        OrganisationId firm = readers.firm("Iso " + name + " Oy");
        var people = IntStream.range(0, 5)
                .mapToObj(i -> readers.met(firm, "Reader " + i + " " + name, i + "@" + name + ".example", "en"))
                .toList();
        return new Way(paths.running(paths.wait(1)), targeting.add(name, readers.at(firm), Readers.JENNY), people);
    }

    private int entrances(UUID flow) {
        return paths.purposes.as(
                Purpose.OWNER,
                () -> paths.jdbc
                        .sql("select count(*) from flows.passage where flow_id = :flow")
                        .param("flow", flow)
                        .query(Integer.class)
                        .single());
    }

    private Visit visit(String email) throws Exception {
        var account = staff.make(
                new Staff.Newcomer("Jenny Sandberg", email, "en", "Europe/Helsinki"),
                Role.MARKETER.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }
}
