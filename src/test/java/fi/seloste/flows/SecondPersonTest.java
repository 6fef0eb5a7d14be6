package fi.seloste.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.marketing.Approval;
import fi.seloste.marketing.Approving;
import fi.seloste.marketing.HouseRule;
import fi.seloste.marketing.MailSink;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.MarketingTest;
import fi.seloste.marketing.Readers;
import fi.seloste.marketing.Ruling;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Where the house wants a second person, the mails of a flow need one as campaigns do. */
@MarketingTest
@Import(Paths.class)
class SecondPersonTest {

    @Autowired
    Paths paths;

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Marketing marketing;

    @Autowired
    Approving approving;

    @Autowired
    Ruling ruling;

    @Autowired
    Staff staff;

    @BeforeEach
    void a_house_that_wants_a_second_person() {
        sink.open();
        ruling.set(new HouseRule(ruling.now().version(), true, ruling.now().cap()), Actor.system("test"));
    }

    @Test
    @Policy("J2")
    void a_flow_begins_when_a_second_person_has_approved_each_mail_of_it_and_not_before() {
        var jenny = colleague("Jenny Sandberg", "jenny.two@halytin.example");
        var oskar = colleague("Oskar Nyman", "oskar.two@halytin.example");
        var ada = readers.met(readers.firm("Toinen Oy"), "Ada Toinen", "ada@toinen.example", "en");
        var flow = paths.drawn(paths.plan(), paths.mail("seen by two"));
        var mail = paths.flows.get(flow).draft().mails().getFirst().campaign();
        assertThat(paths.flows.obstacles(paths.flows.get(flow))).hasSize(1);
        assertThatThrownBy(() -> paths.flows.start(flow, by(jenny))).isInstanceOf(Problem.Conflict.class);

        approving.ask(mail, new Approval.Wish(null, "", null), by(jenny), jenny);
        assertThatThrownBy(() -> paths.flows.start(flow, by(jenny))).isInstanceOf(Problem.Conflict.class);
        approving.approve(mail, marketing.look(mail).sight().seal(), oskar, by(oskar));
        paths.flows.start(flow, by(jenny));
        paths.flows.add(flow, List.of(ada), by(jenny));
        paths.go();

        assertThat(sink.readers()).containsExactly("ada@toinen.example");
    }

    @Test
    @Policy("J2")
    void whoever_approved_and_may_send_no_more_has_approved_nothing() {
        var jenny = colleague("Jenny Sandberg", "jenny.gone@halytin.example");
        var oskar = colleague("Oskar Nyman", "oskar.gone@halytin.example");
        var flow = paths.drawn(paths.plan(), paths.mail("seen by one who left"));
        var mail = paths.flows.get(flow).draft().mails().getFirst().campaign();
        approving.ask(mail, new Approval.Wish(null, "", null), by(jenny), jenny);
        approving.approve(mail, marketing.look(mail).sight().seal(), oskar, by(oskar));
        assertThat(paths.flows.obstacles(paths.flows.get(flow))).isEmpty();

        permit(oskar, Role.SALESPERSON);

        assertThat(paths.flows.lost(flow)).as("told before anybody presses").hasSize(1);
        assertThatThrownBy(() -> paths.flows.start(flow, by(jenny))).isInstanceOf(Problem.Conflict.class);
        assertThat(paths.flows.get(flow).isBegun()).isFalse();
        permit(oskar, Role.MARKETER);
        assertThat(paths.flows.lost(flow)).isEmpty();
        paths.flows.start(flow, by(jenny));
        assertThat(paths.flows.get(flow).isBegun()).isTrue();
    }

    @Test
    @Policy("J2")
    void no_time_is_asked_for_what_leaves_with_a_flow() {
        var jenny = colleague("Jenny Sandberg", "jenny.timed@halytin.example");
        colleague("Oskar Nyman", "oskar.timed@halytin.example");
        var flow = paths.drawn(paths.plan(), paths.mail("timed"));
        var mail = paths.flows.get(flow).draft().mails().getFirst().campaign();
        var tomorrow = new Approval.Wish(null, "", paths.clock.instant().plus(Duration.ofDays(1)));

        assertThatThrownBy(() -> approving.ask(mail, tomorrow, by(jenny), jenny))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        problem -> assertThat(problem.field()).isEqualTo("startsAt"));
        assertThat(approving.newest(mail)).isEmpty();
    }

    private AccountId colleague(String name, String email) {
        return staff.make(
                new Staff.Newcomer(name, email, "en", "Europe/Helsinki"),
                Role.MARKETER.permissions(),
                Actor.system("test"));
    }

    private void permit(AccountId account, Role role) {
        staff.permit(account, role.permissions(), Actor.system("test"), Role.OPERATOR.permissions());
    }

    private static Actor by(AccountId account) {
        return new Actor(Actor.Kind.STAFF, account.value(), "Somebody");
    }
}
