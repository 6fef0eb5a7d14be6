package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.responses.Trial;
import fi.seloste.responses.Trying;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

@MarketingTest
class ApprovingTest {

    private static int colleagues;

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
    Sending sending;

    @Autowired
    Trying trying;

    @Autowired
    Staff staff;

    @Autowired
    Mail mail;

    @Autowired
    Evidence evidence;

    private AccountId jenny;
    private AccountId oskar;
    private UUID campaign;
    private String ada;

    @BeforeEach
    void a_house_that_wants_a_second_person() {
        sink.open();
        jenny = colleague("Jenny Sandberg", Role.MARKETER.permissions());
        oskar = colleague("Oskar Nyman", Role.MARKETER.permissions());
        rule(true);
        var firm = readers.firm("Jokivoima %d Oy".formatted(colleagues));
        ada = "ada%d@jokivoima.example".formatted(colleagues);
        readers.met(firm, "Ada Koskinen", ada, "fi");
        readers.ban(readers.met(firm, "Boris Lindqvist", "boris%d@jokivoima.example".formatted(colleagues), "fi"));
        campaign = readers.campaign(firm);
    }

    @Test
    @Policy("M12")
    void a_campaign_leaves_when_a_second_person_has_approved_it_and_not_before() {
        assertThatThrownBy(() -> marketing.send(campaign, by(jenny)))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class,
                        problem -> assertThat(problem.arguments()[0].toString()).contains("approval.missing"));
        ask(null, null);
        assertThat(approving.waitingFor(oskar))
                .extracting(Approval.Waiting::campaign)
                .contains(campaign);
        assertThat(approving.waitingFor(jenny))
                .extracting(Approval.Waiting::campaign)
                .doesNotContain(campaign);
        assertThatThrownBy(() -> marketing.send(campaign, by(jenny))).isInstanceOf(Problem.Conflict.class);

        approve(oskar);
        marketing.send(campaign, by(jenny));
        sending.run();

        assertThat(marketing.get(campaign).state()).isEqualTo(Campaign.State.SENT);
        assertThat(sink.readers()).contains(ada);
        assertThat(marketing.deeds(campaign))
                .extracting(Deed::kind)
                .containsExactly("ended", "started", "approved", "asked", "made");
        assertThat(evidence.about(campaign))
                .extracting(Evidence.Line::act)
                .contains("approval-asked", "approval-approved", "campaign-started");
    }

    @Test
    @Policy("M12")
    void nobody_approves_what_they_asked_for_nor_what_another_was_asked_by_name() {
        var salla = colleague("Salla Virtanen", Role.MARKETER.permissions());
        ask(oskar, null);
        assertThatThrownBy(() -> approve(jenny)).hasMessageContaining("approval.own");
        assertThatThrownBy(() -> approve(salla)).hasMessageContaining("approval.ofOther");
        assertThatThrownBy(() -> approving.giveBack(campaign, "no", jenny, by(jenny)))
                .hasMessageContaining("approval.own");
        assertThatThrownBy(() -> approving.ask(campaign, wish(jenny, null), by(jenny), jenny))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        problem -> assertThat(problem.field()).isEqualTo("of"));
        assertThat(newest().state()).isEqualTo(Approval.State.ASKED);
    }

    @Test
    @Policy("M12")
    void what_is_approved_twice_or_was_never_asked_for_is_refused() {
        assertThatThrownBy(() -> approve(oskar)).hasMessageContaining("approval.notAsked");
        ask(null, null);
        assertThatThrownBy(() -> ask(null, null)).hasMessageContaining("approval.isAsked");
        approve(oskar);
        assertThatThrownBy(() -> approve(oskar)).hasMessageContaining("approval.notAsked.approved");
        assertThatThrownBy(() -> ask(null, null)).hasMessageContaining("approval.isGiven");
        assertThatThrownBy(() -> approving.approve(campaign, "some other seal", oskar, by(oskar)))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @Policy("M13")
    void a_change_of_words_audience_sender_pace_or_subjects_tried_ends_the_approval() {
        var one = marketing.get(campaign);
        var plan = one.plan();
        var other = Readers.content();
        var words = new Content(other.languages(), Map.of("fi", "Muuta", "en", "Other"), other.why(), other.blocks());
        var renamed = new Campaign.Sender("Somebody else", null);
        for (var change : List.<Runnable>of(
                () -> change(plan, words),
                () -> change(
                        new Campaign.Plan(plan.name(), plan.purpose(), renamed, plan.audience(), plan.perMinute()),
                        words),
                () -> change(new Campaign.Plan(plan.name(), plan.purpose(), renamed, plan.audience(), 60), words),
                () -> trying.plan(campaign, 0, trial()),
                () -> trying.remove(campaign),
                this::widenTheAudience)) {
            ask(null, null);
            approve(oskar);
            assertThat(look().holds()).isTrue();
            change.run();
            assertThat(look().holds()).isFalse();
            assertThat(newest().state()).isEqualTo(Approval.State.LAPSED);
            assertThatThrownBy(() -> marketing.send(campaign, by(jenny))).isInstanceOf(Problem.Conflict.class);
        }
        assertThat(evidence.about(campaign)).extracting(Evidence.Line::act).contains("approval-lapsed");
        assertThat(sink.readers()).doesNotContain(ada);
    }

    @Test
    @Policy("M13")
    void another_name_for_the_staff_or_saving_the_same_words_again_ends_nothing() {
        ask(null, null);
        approve(oskar);
        var one = marketing.get(campaign);
        change(one.plan().named("What we call it now"), one.content());
        assertThat(look().holds()).isTrue();
    }

    @Test
    @Policy("M13")
    void somebody_who_looked_before_the_last_change_cannot_approve_what_it_says_now() {
        ask(null, null);
        var seen = look().seal();
        var one = marketing.get(campaign);
        var more = new Content(
                one.content().languages(),
                Map.of("fi", "Uusi", "en", "New"),
                one.content().why(),
                one.content().blocks());
        change(one.plan(), more);
        assertThatThrownBy(() -> approving.approve(campaign, seen, oskar, by(oskar)))
                .hasMessageContaining("approval.notAsked.lapsed");
        ask(null, null);
        assertThatThrownBy(() -> approving.approve(campaign, seen, oskar, by(oskar)))
                .hasMessageContaining("approval.changed");
        approve(oskar);
        assertThat(look().holds()).isTrue();
    }

    @Test
    @Policy("M13")
    void the_time_belongs_to_what_is_approved_and_the_approval_schedules_it() {
        var tomorrow = readers.clock.instant().plus(Duration.ofDays(1));
        ask(null, tomorrow);
        approve(oskar);
        assertThat(marketing.get(campaign).state()).isEqualTo(Campaign.State.SCHEDULED);
        assertThat(marketing.get(campaign).course().startsAt())
                .isEqualTo(newest().asking().wish().startsAt());

        marketing.cancel(campaign, null, by(jenny));
        assertThat(newest().state()).as("taken back to a draft").isEqualTo(Approval.State.LAPSED);
        assertThatThrownBy(() -> marketing.schedule(campaign, tomorrow, by(jenny)))
                .isInstanceOf(Problem.Conflict.class);

        ask(null, null);
        approve(oskar);
        assertThatThrownBy(() -> marketing.schedule(campaign, tomorrow, by(jenny)))
                .as("approved to leave when it is sent")
                .hasMessageContaining("approval.otherTime");
        approving.withdraw(campaign, by(jenny));
        ask(null, tomorrow);
        readers.clock.advance(Duration.ofDays(2));
        assertThatThrownBy(() -> approve(oskar)).hasMessageContaining("approval.late");
    }

    @Test
    @Policy("M13")
    void what_is_due_leaves_only_if_the_approval_still_holds() {
        var tomorrow = readers.clock.instant().plus(Duration.ofDays(1));
        ask(null, tomorrow);
        approve(oskar);
        staff.disable(oskar, Actor.system("test"));
        readers.clock.advance(Duration.ofDays(1).plusMinutes(1));
        sending.run();
        assertThat(sink.readers()).as("whoever approved may send no more").doesNotContain(ada);
        assertThat(marketing.get(campaign).state()).isEqualTo(Campaign.State.DRAFT);
        assertThat(letterTo(jenny))
                .contains("was to leave", "does not leave", "It is a draft again", "/marketing/campaigns/" + campaign);
        assertThat(letterTo(oskar)).as("whose account is closed").doesNotContain("It is a draft again");

        var salla = colleague("Salla Virtanen", Role.MARKETER.permissions());
        ask(null, readers.clock.instant().plus(Duration.ofDays(1)));
        approve(salla);
        readers.clock.advance(Duration.ofDays(1).plusMinutes(1));
        sending.run();
        sending.run();
        assertThat(sink.readers()).contains(ada);
    }

    @Test
    @Policy("M12")
    void who_lost_the_right_to_send_cannot_approve_and_is_not_asked() {
        ask(oskar, null);
        staff.permit(oskar, Role.SUPPORT_AGENT.permissions(), Actor.system("test"), Role.OPERATOR.permissions());
        assertThatThrownBy(() -> approve(oskar)).hasMessageContaining("approval.noRight");
        approving.withdraw(campaign, by(jenny));
        assertThatThrownBy(() -> ask(oskar, null)).hasMessageContaining("approval.ofNobody");
    }

    @Test
    @Policy("M12")
    void given_back_with_a_reason_it_waits_for_whoever_asked() {
        ask(oskar, null);
        assertThat(letterTo(oskar))
                .contains("Jenny Sandberg", "/marketing/campaigns/" + campaign + "/approval", "Please look");
        assertThatThrownBy(() -> approving.giveBack(campaign, "  ", oskar, by(oskar)))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        problem -> assertThat(problem.field()).isEqualTo("reason"));
        approving.giveBack(campaign, "The second link leads nowhere", oskar, by(oskar));
        assertThat(newest().state()).isEqualTo(Approval.State.RETURNED);
        assertThat(letterTo(jenny)).contains("Oskar Nyman", "The second link leads nowhere");
        assertThatThrownBy(() -> approve(oskar)).hasMessageContaining("approval.notAsked.returned");
        ask(oskar, null);
        approve(oskar);
        assertThat(letterTo(jenny)).contains("Oskar Nyman", "approved");
    }

    @Test
    @Policy("M12")
    void behind_the_doors_the_database_lets_nothing_leave_without_a_word_and_takes_none_of_oneself() {
        assertThatThrownBy(() -> move("sending"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("No second person");
        assertThatThrownBy(() -> move("scheduled")).isInstanceOf(DataIntegrityViolationException.class);
        ask(null, null);
        assertThatThrownBy(() -> readers.purposes.as(
                        Purpose.MARKETING,
                        () -> readers.jdbc
                                .sql(
                                        "update marketing.approval set state = 'approved', decided_at = asked_at, decided_by = asked_by where campaign_id = :id")
                                .param("id", campaign)
                                .update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("approval_not_of_oneself");
        approve(oskar);
        assertThatThrownBy(() -> move("scheduled"))
                .as("at another time")
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(move("sending")).isEqualTo(1);
    }

    @Test
    void where_the_house_wants_none_campaigns_leave_as_before_and_nobody_is_asked() {
        rule(false);
        assertThatThrownBy(() -> ask(null, null)).hasMessageContaining("approval.notWanted");
        marketing.send(campaign, by(jenny));
        assertThat(marketing.get(campaign).state()).isEqualTo(Campaign.State.SENDING);
    }

    @Test
    void nobody_is_asked_to_look_at_what_cannot_leave_anyway() {
        var one = marketing.get(campaign);
        change(
                one.plan(),
                new Content(
                        one.content().languages(),
                        Map.of(),
                        one.content().why(),
                        one.content().blocks()));
        assertThatThrownBy(() -> ask(null, null)).hasMessageContaining("campaign.blocked");
    }

    private int move(String state) {
        return readers.purposes.as(
                Purpose.MARKETING,
                () -> readers.jdbc
                        .sql(
                                "update marketing.campaign set state = :state, starts_at = changed_at + interval '1 day' where campaign_id = :id")
                        .param("state", state)
                        .param("id", campaign)
                        .update());
    }

    private void widenTheAudience() {
        var audience = readers.targeting.get(
                java.util.Objects.requireNonNull(marketing.get(campaign).plan().audience()));
        var more = audience.criteria()
                .withGroup(new Criteria.Group(
                        Criteria.Match.ALL, true, List.of(new Criteria.Condition("language", "sv"))));
        readers.targeting.change(audience.id(), audience.version(), audience.name(), more);
    }

    private static Trial.Plan trial() {
        return new Trial.Plan(30, 4, List.of(Map.of("fi", "Toinen", "en", "Another")));
    }

    private void change(Campaign.Plan plan, Content content) {
        marketing.change(campaign, plan, content, marketing.get(campaign).version());
    }

    private void rule(boolean secondPerson) {
        var now = ruling.now();
        ruling.set(new HouseRule(now.version(), secondPerson, now.cap()), Actor.system("test"));
    }

    private void ask(@Nullable AccountId of, @Nullable Instant startsAt) {
        approving.ask(campaign, wish(of, startsAt), by(jenny), jenny);
    }

    private static Approval.Wish wish(@Nullable AccountId of, @Nullable Instant startsAt) {
        return new Approval.Wish(of == null ? null : of.value(), "Please look", startsAt);
    }

    private void approve(AccountId account) {
        approving.approve(campaign, look().seal(), account, by(account));
    }

    private Sight look() {
        return marketing.look(campaign).sight();
    }

    private Approval newest() {
        return approving.newest(campaign).orElseThrow();
    }

    private String letterTo(AccountId account) {
        var address = staff.account(account).email();
        return mail.newest(50).stream()
                .filter(letter -> letter.recipient().equals(address))
                .findFirst()
                .map(letter -> letter.subject() + "\n" + letter.body())
                .orElse("");
    }

    private Actor by(AccountId account) {
        return staff.account(account).actor();
    }

    private AccountId colleague(String name, Permissions permissions) {
        return staff.make(
                new Staff.Newcomer(
                        name, "colleague%d@halytin.example".formatted(colleagues++), "en", "Europe/Helsinki"),
                permissions,
                Actor.system("test"));
    }
}
