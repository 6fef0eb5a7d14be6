package fi.seloste.newsletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.consents.Way;
import fi.seloste.store.Purpose;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NewslettersTest
class PreferencesTest {

    @Autowired
    Newsroom room;

    @Autowired
    Choosing choosing;

    @Test
    @Policy("L8")
    void less_often_and_off_hold_at_once_and_stand_on_the_timeline() {
        var topic = room.topic("pace");
        var ada = reader(topic, "ada.pace@jokivoima.example");

        choosing.choose(byLink(ada), choice(topic, "monthly", "all"));
        assertThat(held(ada, topic).rhythm()).isEqualTo(Rhythm.MONTHLY);
        choosing.choose(byLink(ada), choice(topic, "none", "subscribed-only"));

        assertThat(room.subscribes(ada, topic)).isFalse();
        assertThat(room.timeline(ada))
                .containsExactlyInAnyOrder(
                        "subscribed: Letter pace", "monthly: Letter pace", "ended: Letter pace", "subscribed-only");
        assertThat(choosing.page("/x", byLink(ada)).choice()).isEqualTo("subscribed-only");
    }

    @Test
    @Policy("L8")
    void service_notices_only_ends_every_newsletter_and_a_ban_ends_them_for_good() {
        var topic = room.topic("service");
        var ada = reader(topic, "ada.service@jokivoima.example");
        choosing.choose(byLink(ada), choice(topic, "each", "service-only"));
        assertThat(room.subscribes(ada, topic)).isFalse();
        assertThat(room.standing(ada).isBanned()).isFalse();

        var boris = reader(topic, "boris.service@jokivoima.example");
        choosing.ban(byLink(boris));
        assertThat(room.standing(boris).isBannedInPerson()).isTrue();
        assertThat(room.subscribes(boris, topic)).isFalse();
        assertThat(room.timeline(boris)).contains("ended: Letter service");
    }

    @Test
    @Policy("L9")
    void a_message_that_was_passed_on_begins_nothing_and_whoever_proved_it_begins_at_once() {
        var topic = room.topic("begun");
        var other = room.topic("begun-too");
        var ada = reader(topic, "ada.begun@jokivoima.example");

        var chosen = choosing.choose(byLink(ada), choice(other, "each", "all"));
        assertThat(chosen.asked()).containsExactly("Letter begun-too");
        assertThat(room.subscribes(ada, other)).isFalse();
        room.write();
        room.confirming.confirm(room.link("ada.begun@jokivoima.example"), false);
        assertThat(room.subscribes(ada, other)).isTrue();

        var eva = room.met("Eva Alku", "eva.begun@jokivoima.example");
        choosing.choose(proven(eva), choice(topic, "quarterly", "subscribed-only"));
        assertThat(room.subscribes(eva, topic)).isTrue();
        assertThat(held(eva, topic).rhythm()).isEqualTo(Rhythm.QUARTERLY);
    }

    @Test
    @Policy("L9")
    void a_message_that_was_passed_on_takes_no_limit_away_and_sets_any() {
        var topic = room.topic("limits");
        var other = room.topic("limits-too");
        var ada = reader(topic, "ada.limits@jokivoima.example");
        choosing.choose(byLink(ada), choice(topic, "each", "subscribed-only"));
        assertThat(limit(ada)).isEqualTo("subscribed-only");

        assertThat(choosing.choose(byLink(ada), choice(topic, "each", "all")).kept())
                .isTrue();
        assertThat(limit(ada)).isEqualTo("subscribed-only");
        assertThat(choosing.choose(byLink(ada), choice(topic, "each", "service-only"))
                        .kept())
                .isFalse();
        assertThat(limit(ada)).isEqualTo("service-only");
        var asked = choosing.choose(byLink(ada), choice(other, "each", "subscribed-only"));
        assertThat(asked.asked()).containsExactly("Letter limits-too");
        assertThat(limit(ada)).as("until the letter is answered").isEqualTo("service-only");

        choosing.choose(proven(ada), choice(topic, "none", "all"));
        assertThat(limit(ada)).isEqualTo("all");
    }

    @Test
    void what_is_not_said_stays_as_it_was() {
        var topic = room.topic("unsaid");
        var ada = reader(topic, "ada.unsaid@jokivoima.example");
        choosing.choose(proven(ada), choice(topic, "each", "subscribed-only"));
        choosing.choose(proven(ada), new Choosing.Choice(Map.of(topic.slug(), "monthly"), null));
        assertThat(limit(ada)).isEqualTo("subscribed-only");
        assertThat(held(ada, topic).rhythm()).isEqualTo(Rhythm.MONTHLY);
    }

    private String limit(PersonId person) {
        return choosing.page("/x", byLink(person)).choice();
    }

    @Test
    @Policy({"L4", "L9"})
    void only_whoever_proved_it_ends_the_ban_and_then_nothing_comes_yet() {
        var topic = room.topic("lifted");
        var ada = reader(topic, "ada.lifted@jokivoima.example");
        choosing.ban(byLink(ada));
        assertThatThrownBy(() -> choosing.lift(byLink(ada))).isInstanceOf(Problem.NotAllowed.class);
        assertThat(room.standing(ada).isBannedInPerson()).isTrue();

        choosing.lift(proven(ada));
        assertThat(room.standing(ada).isBanned()).isFalse();
        assertThat(room.subscribes(ada, topic))
                .as("what was ended does not come back")
                .isFalse();
        assertThat(choosing.page("/x", proven(ada)).choice()).isEqualTo("subscribed-only");
    }

    @Test
    void what_nobody_offers_is_refused_and_changes_nothing() {
        var topic = room.topic("refused");
        var ada = reader(topic, "ada.refused@jokivoima.example");
        assertThatThrownBy(() -> choosing.choose(byLink(ada), choice(topic, "hourly", "all")))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> choosing.choose(byLink(ada), choice(topic, "none", "everything")))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(room.subscribes(ada, topic)).isTrue();
    }

    @Test
    @Policy("L8")
    void where_two_people_are_one_the_stricter_choice_holds() {
        var topic = room.topic("stricter");
        var ada = reader(topic, "ada.stricter@jokivoima.example");
        choosing.choose(byLink(ada), choice(topic, "each", "subscribed-only"));
        var twin = room.met("Ada Toinen", "ada.twin@jokivoima.example");
        choosing.choose(byLink(twin), choice(topic, "none", "service-only"));

        room.purposes.as(Purpose.CUSTOMER, () -> merging.merge(ada, twin, java.util.Set.of(), Newsroom.JENNY));

        assertThat(choosing.page("/x", byLink(ada)).choice()).isEqualTo("service-only");
    }

    @Autowired
    fi.seloste.register.Merging merging;

    private PersonId reader(Topic topic, String email) {
        var person = room.met("Reader " + email, email);
        room.ask(topic, email);
        room.confirming.confirm(room.link(email), false);
        return person;
    }

    private Subscriptions.Held held(PersonId person, Topic topic) {
        return room.purposes.as(
                Purpose.RIGHTS,
                () -> room.subscriptions.of(person).stream()
                        .filter(one -> one.topic().id().equals(topic.id()))
                        .findFirst()
                        .orElseThrow());
    }

    private static Choosing.Choice choice(Topic topic, String value, String other) {
        return new Choosing.Choice(Map.of(topic.slug(), value), other);
    }

    private static Choosing.By byLink(PersonId person) {
        return new Choosing.By(person, Way.LINK, false, Locale.ENGLISH);
    }

    private static Choosing.By proven(PersonId person) {
        return new Choosing.By(person, Way.OWN_PAGE, true, Locale.ENGLISH);
    }
}
