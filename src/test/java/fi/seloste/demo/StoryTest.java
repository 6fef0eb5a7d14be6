package fi.seloste.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import fi.seloste.DatabaseTest;
import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.BusinessId;
import fi.seloste.evidence.Evidence;
import fi.seloste.evidence.Sealer;
import fi.seloste.imports.Import;
import fi.seloste.imports.Imports;
import fi.seloste.register.Merging;
import fi.seloste.register.PeopleQuery;
import fi.seloste.register.PersonRow;
import fi.seloste.register.Register;
import fi.seloste.rights.Inbox;
import fi.seloste.rights.Request;
import fi.seloste.rights.Rights;
import fi.seloste.staff.Account;
import fi.seloste.staff.Action;
import fi.seloste.staff.Staff;
import fi.seloste.store.Job;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** The demonstration shows what it promises to show, and its made-up people obey the notice like everybody else's. */
@DatabaseTest
@ActiveProfiles("demo")
class StoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Actor VISITOR = Actor.system("test");

    @Autowired
    Story story;

    @Autowired
    Register register;

    @Autowired
    Merging merging;

    @Autowired
    Rights rights;

    @Autowired
    Inbox inbox;

    @Autowired
    Imports imports;

    @Autowired
    Staff staff;

    @Autowired
    Sealer sealer;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<Job> jobs;

    @Autowired
    TurnedClock clock;

    @BeforeEach
    void theStoryIsTold() {
        story.tell();
    }

    @Test
    void a_company_of_six_has_thirty_organisations_three_hundred_people_and_two_years_of_notes() {
        assertThat(staff.accounts()).hasSize(6);
        assertThat(count("register.organisation")).isEqualTo(30);
        assertThat(count("register.person")).isBetween(290L, 350L);
        assertThat(count("register.note")).isGreaterThan(400);
        assertThat(count("register.note where at < timestamptz '2025-11-23'")).isGreaterThan(60);
        assertThat(count("register.note where kind = 'task' and done_at is null"))
                .isGreaterThan(5);
        assertThat(count("register.saved_view")).isEqualTo(8);
    }

    @Test
    void told_a_second_time_it_changes_nothing() {
        var before = List.of(count("register.person"), count("register.change"), count("evidence.entry"));
        assertThat(before).allMatch(rows -> rows > 0);

        assertThat(story.tell()).isFalse();

        assertThat(List.of(count("register.person"), count("register.change"), count("evidence.entry")))
                .isEqualTo(before);
        assertThat(story.isToldToTheEnd()).isTrue();
    }

    @Test
    void boris_is_banned_and_marketing_finds_ada_and_not_boris() {
        assertThat(found(Purpose.CUSTOMER, Turns.BORIS)).hasSize(1);
        assertThat(found(Purpose.MARKETING, Turns.ADA)).hasSize(1);

        assertThat(found(Purpose.MARKETING, Turns.BORIS)).isEmpty();
    }

    @Test
    void chen_asked_for_restriction_and_is_restricted() {
        var chen = found(Purpose.CUSTOMER, "chen.wei@pilvenreuna.example");
        assertThat(chen).allMatch(row -> row.standing().isRestricted());
        assertThat(found(Purpose.MARKETING, "chen.wei@pilvenreuna.example")).isEmpty();
    }

    @Test
    void whoever_was_found_on_public_pages_waits_to_be_told_and_nobody_is_overdue() {
        assertThat(count("register.person where (standing & 4) <> 0")).isGreaterThan(8);
        assertThat(count("register.person where informed_at is not null and informed_at < inform_by"))
                .isGreaterThan(2);
        assertThat(count("register.person where (standing & 4) <> 0 and inform_by < date '%s'".formatted(TODAY)))
                .isZero();
    }

    @Test
    void requests_stand_in_every_state_that_a_request_can_wait_in_and_one_is_nearly_late() {
        var requests = rights.list(null, null, 100);
        assertThat(requests)
                .extracting(Request::state)
                .contains(
                        Request.State.RECEIVED,
                        Request.State.IDENTITY,
                        Request.State.REVIEW,
                        Request.State.CLOSED,
                        Request.State.REFUSED,
                        Request.State.WITHDRAWN);
        assertThat(rights.open(100)).noneMatch(one -> one.isLate(TODAY));
        assertThat(rights.open(100)).anyMatch(one -> one.deadline(TODAY).due().isBefore(TODAY.plusDays(5)));
    }

    @Test
    void the_erasure_is_over_and_what_was_needed_to_search_for_the_person_is_destroyed() {
        assertThat(count("rights.request where kind = 'erasure' and state = 'closed'"))
                .isOne();
        assertThat(count("rights.erasure")).isOne();
        assertThat(count("rights.erasure where sealed is not null")).isZero();
    }

    @Test
    void the_bought_list_would_bring_back_neither_the_banned_nor_the_erased() {
        var list = imports.newest(1).getFirst();
        jobs.stream()
                .filter(job -> job.name().equals("imports.reading"))
                .forEach(job -> job.run(list.id().toString()));

        var read = imports.get(list.id());
        assertThat(read.state()).isEqualTo(Import.State.PREVIEW);
        assertThat(read.counts().banned()).isEqualTo(1);
        assertThat(read.counts().refused()).isEqualTo(1);
        assertThat(read.counts().restricted()).isEqualTo(1);
    }

    @Test
    void two_messages_to_the_privacy_address_wait_to_be_looked_at() {
        var told = purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select message_id::text from mailbox.message")
                        .query(String.class)
                        .list());
        jobs.stream().filter(job -> job.name().equals("mail-arrived")).forEach(job -> told.forEach(job::run));

        assertThat(inbox.list("waiting", null, 10)).hasSize(2);
        assertThat(inbox.waiting().dueOn()).isAfter(TODAY);
        assertThat(count("mailbox.message where person_id is not null")).isOne();
        assertThat(count("mailbox.attachment where name = 'kuittaus.txt' and media_type = 'text/plain'"))
                .isOne();
    }

    @Test
    void guests_answered_from_their_calendars_and_whoever_waited_got_the_place() {
        var answers = purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select answer from events.calendar_reply where proved order by came_at")
                        .query(String.class)
                        .list());
        assertThat(answers).containsExactly("accepted", "tentative", "declined");
        assertThat(count("events.calendar_reply where followed = 'cancelled'")).isOne();
    }

    @Test
    void some_are_in_the_register_twice() {
        assertThat(purposes.as(Purpose.CUSTOMER, () -> merging.pairs(10, null)).items())
                .hasSizeBetween(3, 5);
    }

    @Test
    void no_telephone_rings_anywhere_and_no_business_id_is_somebodys() {
        var numbers = purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select value from register.contact_point where kind = 'phone'")
                        .query(String.class)
                        .list());
        assertThat(numbers).hasSizeGreaterThan(300).noneMatch(StoryTest::mayRing);
        assertThat(Firm.all())
                .allSatisfy(firm -> assertThat(BusinessId.parse(Firms.businessId(firm.number()))
                                .value())
                        .startsWith("9"));
    }

    @Test
    void colleagues_differ_in_what_they_may() {
        assertThat(mayChange("Tuomas Laine")).contains(Purpose.CUSTOMER).doesNotContain(Purpose.MARKETING);
        assertThat(mayChange("Jenny Sandberg")).contains(Purpose.MARKETING).doesNotContain(Purpose.CUSTOMER);
        assertThat(mayChange("Sirpa Ruusunen")).contains(Purpose.RIGHTS).doesNotContain(Purpose.TECHNICAL);
    }

    @Test
    void the_evidence_of_the_story_is_sealed_like_any_other() {
        assertThat(sealer.seal()).isGreaterThan(20);
        assertThat(sealer.firstBroken()).isEmpty();
    }

    /** Outside Sweden's numbers for stories, none is a number that a network would put through. */
    private static boolean mayRing(String number) {
        try {
            var numbers = PhoneNumberUtil.getInstance();
            return !number.startsWith("+46701740") && numbers.isValidNumber(numbers.parse(number, "FI"));
        } catch (NumberParseException e) {
            return false;
        }
    }

    private List<PersonRow> found(Purpose purpose, String email) {
        return purposes.as(
                purpose,
                () -> register.list(PeopleQuery.of(Map.of("email", email)), Evidence.How.API, VISITOR)
                        .items());
    }

    private List<Purpose> mayChange(String name) {
        var id = staff.accounts().stream()
                .filter(one -> one.name().equals(name))
                .map(Account::id)
                .findFirst()
                .orElseThrow();
        var permissions = staff.permissions(id);
        return permissions.purposes().stream()
                .filter(p -> permissions.may(p, Action.CHANGE))
                .toList();
    }

    private long count(String rows) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select count(*) from " + rows).query(Long.class).single());
    }
}
