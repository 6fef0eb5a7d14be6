package fi.seloste.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EventsTest
class RegisteringTest {

    @Autowired
    Hosting hosting;

    @Test
    @Policy("E1")
    void two_hundred_at_once_get_no_more_places_than_there_are_and_wait_in_one_line() throws Exception {
        var event = hosting.opened(50, true);
        var calls = IntStream.range(0, 200)
                .mapToObj(
                        n -> (Callable<String>) () -> hosting.comes(event, "Guest " + n, "guest" + n + "@crowd.example")
                                .outcome())
                .toList();
        try (var many = Executors.newFixedThreadPool(32)) {
            var outcomes = new java.util.ArrayList<String>();
            for (var one : many.invokeAll(calls)) {
                outcomes.add(one.get());
            }
            assertThat(outcomes).filteredOn("registered"::equals).hasSize(50);
            assertThat(outcomes).filteredOn("waiting"::equals).hasSize(150);
        }
        var numbers = hosting.numbers(event);
        assertThat(numbers.registered()).isEqualTo(50);
        assertThat(numbers.waiting()).isEqualTo(150);
        var line = hosting.purposes.as(
                Purpose.OWNER,
                () -> hosting.jdbc
                        .sql("select number from events.participation where event_id = :id order by number")
                        .param("id", event.id())
                        .query(Integer.class)
                        .list());
        assertThat(line).isEqualTo(IntStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    @Policy("E2")
    void a_place_that_becomes_free_goes_to_the_next_in_line_who_is_told_by_letter() {
        var event = hosting.opened(1, true);
        hosting.registers(event, "Ada Koskinen", "ada@line.example");
        hosting.registers(event, "Boris Lind", "boris@line.example");
        hosting.registers(event, "Cecilia Rask", "cecilia@line.example");
        assertThat(hosting.kinds("ada@line.example")).containsExactly("event-registered");
        assertThat(hosting.kinds("boris@line.example")).containsExactly("event-waiting");

        hosting.cancels("ada@line.example");

        assertThat(hosting.kinds("ada@line.example")).containsExactly("event-registered", "event-cancelled");
        assertThat(hosting.kinds("boris@line.example")).containsExactly("event-waiting", "event-promoted");
        assertThat(hosting.kinds("cecilia@line.example")).containsExactly("event-waiting");

        larger(event, 2);
        assertThat(hosting.kinds("cecilia@line.example")).containsExactly("event-waiting", "event-promoted");
        assertThat(hosting.numbers(event).registered()).isEqualTo(2);
    }

    @Test
    @Policy("E1")
    void the_room_cannot_get_smaller_than_those_who_have_a_place() {
        var event = hosting.opened(2, true);
        hosting.registers(event, "Ada Koskinen", "ada@room.example");
        hosting.registers(event, "Boris Lind", "boris@room.example");
        assertThatThrownBy(() -> larger(event, 1))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("events.capacity.below");
        assertThat(hosting.numbers(event).registered()).isEqualTo(2);
    }

    private void larger(Event event, int capacity) {
        var now = hosting.now(event);
        var plan = now.plan();
        hosting.marketing(() -> {
            hosting.events.change(
                    event.id(),
                    new Event.Plan(
                            plan.words(), plan.times(), new Event.Seats(capacity, true), plan.asked(), List.of(1_440)),
                    now.course().version(),
                    Hosting.JENNY);
            return true;
        });
        hosting.afterwards();
    }

    @Test
    @Policy("E3")
    void somebody_new_is_made_by_the_ordinary_door_with_registration_as_the_source() {
        var event = hosting.opened(null, true, Asked.organisation(true));
        hosting.registers(event, "Dora Nyberg", "dora@new.example", "organisation", "Uusi Oy");
        var person = new PersonId(hosting.people("dora@new.example").getFirst());
        var known = hosting.customer(() -> hosting.register.get(person));
        assertThat(known.name().shown()).isEqualTo("Dora Nyberg");
        assertThat(known.origin().source().code()).isEqualTo("registration");
        assertThat(known.standing().isBannedInPerson()).isFalse();
        assertThat(hosting.row("dora@new.example")).containsEntry("person_id", person.value());
        assertThat(hosting.kinds("dora@new.example")).containsExactly("event-registered");
    }

    @Test
    @Policy("E4")
    void an_address_that_is_known_waits_for_its_reader_and_changes_nobody() {
        var event = hosting.opened(null, true);
        var ada = hosting.met("Ada Koskinen", "ada@known.example");
        var before = hosting.customer(() -> hosting.register.get(ada));
        hosting.clock.advance(Duration.ofHours(1));

        var became = hosting.registers(event, "Somebody Else", "ada@known.example");

        assertThat(became.outcome()).isEqualTo("registered");
        assertThat(hosting.kinds("ada@known.example")).containsExactly("event-confirm");
        assertThat(hosting.row("ada@known.example")).containsEntry("confirmed_at", null);
        assertThat(hosting.customer(() -> hosting.register.get(ada))).isEqualTo(before);
        assertThat(hosting.people("ada@known.example")).containsExactly(ada.value());

        var opened = hosting.registering.open(hosting.link("ada@known.example"));
        hosting.registering.confirm(opened.own());
        hosting.afterwards();
        assertThat(hosting.kinds("ada@known.example")).containsExactly("event-confirm", "event-registered");
        assertThat(hosting.customer(() -> hosting.register.get(ada)).lastActAt())
                .as("now it is the person's own act")
                .isEqualTo(hosting.clock.instant());
    }

    @Test
    @Policy("E4")
    void what_nobody_confirms_ends_by_itself_and_gives_the_place_back() {
        var event = hosting.opened(1, true);
        hosting.met("Ada Koskinen", "ada@lapse.example");
        hosting.registers(event, "Ada Koskinen", "ada@lapse.example");
        hosting.registers(event, "Boris Lind", "boris@lapse.example");
        assertThat(hosting.kinds("boris@lapse.example")).containsExactly("event-waiting");
        var link = hosting.link("ada@lapse.example");

        hosting.clock.advance(Duration.ofHours(49));
        hosting.tending.run();
        hosting.afterwards();

        assertThat(hosting.row("ada@lapse.example")).containsEntry("state", "lapsed");
        assertThat(hosting.kinds("ada@lapse.example")).containsExactly("event-confirm");
        assertThat(hosting.kinds("boris@lapse.example")).containsExactly("event-waiting", "event-promoted");
        assertThatThrownBy(() -> hosting.registering.confirm(
                        hosting.registering.open(link).own()))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @Policy("E4")
    void the_page_says_the_same_to_the_known_the_new_and_whoever_was_registered_before() {
        var event = hosting.opened(2, true);
        hosting.met("Ada Koskinen", "ada@same.example");
        var known = hosting.comes(event, "Ada Koskinen", "ada@same.example");
        var unknown = hosting.comes(event, "Boris Lind", "boris@same.example");
        assertThat(known.outcome()).isEqualTo(unknown.outcome()).isEqualTo("registered");
        hosting.afterwards();

        var again = hosting.comes(event, "Ada Koskinen", "ada@same.example");
        var fresh = hosting.comes(event, "Cecilia Rask", "cecilia@same.example");
        assertThat(again.outcome()).isEqualTo(fresh.outcome()).isEqualTo("waiting");
        assertThat(again.fresh()).isFalse();
        assertThat(hosting.numbers(event).registered()).isEqualTo(2);
    }

    @Test
    @Policy("E5")
    void who_banned_marketing_may_come_gets_the_letters_and_stays_banned() {
        var event = hosting.opened(null, true);
        var ada = hosting.met("Ada Koskinen", "ada@banned.example");
        hosting.ban(ada);
        hosting.registers(event, "Ada Koskinen", "ada@banned.example");
        hosting.registering.confirm(
                hosting.registering.open(hosting.link("ada@banned.example")).own());
        hosting.afterwards();

        assertThat(hosting.kinds("ada@banned.example")).containsExactly("event-confirm", "event-registered");
        assertThat(hosting.customer(() -> hosting.register.get(ada)).standing().isBannedInPerson())
                .isTrue();
        assertThat(names(Purpose.CUSTOMER, event)).containsExactly("Ada Koskinen");
        assertThat(names(Purpose.MARKETING, event))
                .as("marketing is told how many, not who")
                .isEmpty();
        assertThat(hosting.numbers(event).registered()).isOne();
    }

    @Test
    @Policy("E5")
    void until_it_is_known_whose_it_is_marketing_sees_nothing_of_a_registration() {
        var event = hosting.opened(null, true);
        hosting.comes(event, "Ada Koskinen", "ada@unmatched.example");
        assertThat(names(Purpose.CUSTOMER, event)).containsExactly("Ada Koskinen");
        assertThat(names(Purpose.MARKETING, event)).isEmpty();
        hosting.afterwards();
        assertThat(names(Purpose.MARKETING, event)).containsExactly("Ada Koskinen");
    }

    @Test
    @Policy("E5")
    void whose_data_are_restricted_may_come_too_and_stays_restricted_and_on_no_list() {
        var event = hosting.opened(null, true);
        var ada = hosting.met("Ada Koskinen", "ada@restricted.example");
        hosting.purposes.as(
                Purpose.RIGHTS,
                () -> hosting.jdbc
                        .sql("update register.person set standing = (standing | 2)::smallint where person_id = :id")
                        .param("id", ada.value())
                        .update());
        hosting.registers(event, "Ada Koskinen", "ada@restricted.example");
        hosting.registering.confirm(hosting.link("ada@restricted.example"));
        hosting.afterwards();

        assertThat(hosting.kinds("ada@restricted.example")).containsExactly("event-confirm", "event-registered");
        assertThat(hosting.people("ada@restricted.example")).containsExactly(ada.value());
        assertThat(hosting.row("ada@restricted.example").get("standing")).isEqualTo(2);
        assertThat(names(Purpose.CUSTOMER, event)).isEmpty();
        assertThat(hosting.numbers(event).registered()).isOne();
    }

    @Test
    @Policy("E4")
    void an_address_that_many_read_belongs_to_whoever_bears_the_name_or_to_somebody_new() {
        var event = hosting.opened(null, true);
        var ada = hosting.met("Ada Koskinen", "info@shared.example");
        var boris = hosting.met("Boris Lind", "info@shared.example");
        hosting.registers(event, "boris lind", "info@shared.example");
        assertThat(hosting.row("info@shared.example")).containsEntry("person_id", boris.value());

        var second = hosting.opened(null, true);
        hosting.registers(second, "Cecilia Rask", "info@shared.example");
        assertThat(hosting.people("info@shared.example")).hasSize(3).contains(ada.value(), boris.value());
        assertThat(hosting.row("info@shared.example").get("confirmed_at"))
                .as("whoever reads there says whether it was so")
                .isNull();
    }

    private List<String> names(Purpose purpose, Event event) {
        return hosting.purposes.as(
                purpose,
                () -> hosting.guests.of(event.id(), fi.seloste.evidence.Evidence.How.LIST, Hosting.JENNY).stream()
                        .map(one -> one.guest().name())
                        .toList());
    }

    @Test
    @Policy("E6")
    void an_address_registers_once_and_letters_cannot_be_called_down_on_it() {
        var event = hosting.opened(null, true);
        hosting.registers(event, "Ada Koskinen", "ada@once.example");
        for (var spelling : List.of("ada@once.example", "Ada@Once.example", "ada+news@once.example")) {
            hosting.registers(event, "Ada Koskinen", spelling);
        }
        assertThat(hosting.numbers(event).registered()).isOne();
        assertThat(hosting.letters("ada@once.example")).hasSize(1);

        hosting.clock.advance(Duration.ofMinutes(11));
        hosting.registers(event, "Ada Koskinen", "ada@once.example");
        assertThat(hosting.letters("ada@once.example"))
                .as("a lost letter can be had again")
                .hasSize(2);
        for (int i = 0; i < 10; i++) {
            hosting.clock.advance(Duration.ofMinutes(11));
            hosting.registers(event, "Ada Koskinen", "ada@once.example");
        }
        assertThat(hosting.letters("ada@once.example")).as("and not for ever").hasSize(4);
    }

    @Test
    @Policy("E4")
    void an_address_that_somebody_had_once_is_not_theirs_any_more() {
        var event = hosting.opened(null, true);
        var ada = hosting.met("Ada Entinen", "desk@once.example");
        hosting.purposes.as(
                Purpose.OWNER,
                () -> hosting.jdbc
                        .sql(
                                "update register.contact_point set valid_until = date '2025-12-31' where value = 'desk@once.example'")
                        .update());
        hosting.registers(event, "Boris Uusi", "desk@once.example");
        assertThat(hosting.row("desk@once.example").get("person_id"))
                .isNotNull()
                .isNotEqualTo(ada.value());
    }

    @Test
    @Policy("E6")
    void a_letter_carries_no_address_that_a_stranger_typed_as_a_name() {
        var event = hosting.opened(null, true);
        hosting.registers(event, "Win now at www.prize.example/claim", "ada@lure.example");
        assertThat(hosting.letters("ada@lure.example"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.body()).doesNotContain("prize"));
        assertThat(hosting.calendar("ada@lure.example")).doesNotContain("prize");
        hosting.registers(event, "J. R. Ståhl", "jr@lure.example");
        assertThat(hosting.letters("jr@lure.example").getFirst().body()).contains("J. R. Ståhl");
    }

    @Test
    @Policy("E6")
    void nobody_registers_for_what_is_closed_called_off_over_or_not_open_yet() {
        var draft = hosting.marketing(
                () -> hosting.events.get(hosting.events.add(Hosting.plan(null, true), Hosting.JENNY)));
        assertThat(hosting.comes(draft, "Ada Koskinen", "ada@shut.example").outcome())
                .isEqualTo("closed");

        var event = hosting.opened(null, true);
        hosting.marketing(() -> {
            hosting.events.close(event.id(), Hosting.JENNY);
            return true;
        });
        assertThat(hosting.comes(event, "Ada Koskinen", "ada@shut.example").outcome())
                .isEqualTo("closed");

        var begun = hosting.opened(null, true);
        hosting.clock.turnTo(begun.times().starts());
        assertThat(hosting.comes(begun, "Ada Koskinen", "ada@shut.example").outcome())
                .isEqualTo("closed");
        assertThat(hosting.people("ada@shut.example")).isEmpty();
    }

    @Test
    @Policy("E6")
    void without_a_waiting_list_a_full_event_takes_nobody() {
        var event = hosting.opened(1, false);
        hosting.registers(event, "Ada Koskinen", "ada@full.example");
        assertThat(hosting.registers(event, "Boris Lind", "boris@full.example").outcome())
                .isEqualTo("full");
        assertThat(hosting.people("boris@full.example")).isEmpty();
        assertThat(hosting.letters("boris@full.example")).isEmpty();
    }

    @Test
    void what_must_not_stand_in_a_header_or_a_list_is_refused_by_its_field() {
        var event = hosting.opened(null, true, Asked.phone(true), Asked.organisation(false));
        for (var name : List.of("Ada\r\nBcc: all@firm.example", "Ada\u0000", "", "x".repeat(201))) {
            assertThatThrownBy(() -> hosting.wish(event, name, "ada@bad.example", "phone", "+358401234567"))
                    .isInstanceOfSatisfying(
                            Problem.Invalid.class, e -> assertThat(e.field()).isEqualTo("name"));
        }
        for (var email : List.of("ada", "ada@bad.example\nBcc: x@y.example", "")) {
            assertThatThrownBy(() -> hosting.wish(event, "Ada", email, "phone", "+358401234567"))
                    .isInstanceOfSatisfying(
                            Problem.Invalid.class, e -> assertThat(e.field()).isEqualTo("email"));
        }
        assertThatThrownBy(() -> hosting.wish(event, "Ada", "ada@bad.example"))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.field()).isEqualTo("phone"));
        assertThatThrownBy(() ->
                        hosting.wish(event, "Ada", "ada@bad.example", "phone", "+358401234567", "organisation", "A\nB"))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.field()).isEqualTo("organisation"));
    }

    @Test
    @Policy("E7")
    void a_diet_is_kept_upon_words_that_were_agreed_to_and_no_other_way() {
        var event = hosting.opened(null, true, Asked.need(Map.of()));
        assertThatThrownBy(() -> hosting.wish(event, "Ada Koskinen", "ada@diet.example", "a.need", "celiac"))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.field()).isEqualTo("agree"));
        hosting.registers(event, "Ada Koskinen", "ada@diet.example", "a.need", "celiac", "agree", "true");
        var kept = hosting.purposes.as(
                Purpose.OWNER,
                () -> hosting.jdbc
                        .sql("select value, agreed_words from events.need")
                        .query()
                        .singleRow());
        assertThat(kept).containsEntry("value", "celiac");
        assertThat(kept.get("agreed_words").toString()).contains("terveyttäni", "Hälytin Oy");
        assertThatThrownBy(() -> new Asked("need", Asked.Kind.NEED, true, Map.of()))
                .isInstanceOf(Problem.Invalid.class);

        hosting.cancels("ada@diet.example");
        assertThat(hosting.count("events.need")).isZero();
    }

    @Test
    void a_link_that_was_made_up_opens_nothing() {
        for (var link : List.of("x", "A".repeat(43), "a".repeat(3_000), "ä".repeat(43))) {
            assertThatThrownBy(() -> hosting.registering.open(link)).isInstanceOf(Problem.NotFound.class);
        }
        var event = hosting.opened(null, true);
        hosting.registers(event, "Ada Koskinen", "ada@link.example");
        var link = hosting.link("ada@link.example");
        assertThat(hosting.registering.open(link).own().guest().name()).isEqualTo("Ada Koskinen");
        var other = (link.charAt(5) == 'A' ? 'B' : 'A');
        assertThatThrownBy(() -> hosting.registering.open(link.substring(0, 5) + other + link.substring(6)))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(UUID.fromString(
                        hosting.row("ada@link.example").get("participation_id").toString()))
                .isEqualTo(hosting.registering.open(link).own().id());
    }
}
