package fi.seloste.newsletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Crowd;
import fi.seloste.Policy;
import fi.seloste.base.Problem;
import fi.seloste.consents.Channel;
import fi.seloste.consents.Proof;
import fi.seloste.register.Source;
import fi.seloste.retention.NightlySweep;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@NewslettersTest
class SignUpTest {

    private static final Pattern STAMP = Pattern.compile("name=\"guard-stamp\" value=\"([^\"]+)\"");

    @Autowired
    Newsroom room;

    @Autowired
    NightlySweep nightly;

    @Autowired
    MockMvc web;

    @Autowired
    TopicBook book;

    @Test
    @Policy({"L1", "L2"})
    void a_newsletter_begins_when_it_is_confirmed_from_its_address_and_not_before() throws Exception {
        var topic = room.topic("begins");
        var email = "ada.begins@jokivoima.example";

        room.ask(topic, email);
        assertThat(room.at(email)).as("an address that was typed is nobody").isEmpty();
        var link = room.link(email);
        web.perform(get("/newsletters/confirm/" + link)).andExpect(status().isOk());
        assertThat(room.at(email)).as("looking changes nothing").isEmpty();

        press(link, false);

        var ada = room.at(email).getFirst();
        assertThat(room.subscribes(ada, topic)).isTrue();
        var consent = room.consents(ada).getFirst();
        assertThat(consent.given().upon().text().words()).contains("Letter begins", "once a month");
        assertThat(consent.given().channel()).isEqualTo(Channel.FORM);
        assertThat(consent.given().proof().kind()).isEqualTo(Proof.Kind.DOUBLE_OPT_IN);
        var person = room.purposes.as(Purpose.CUSTOMER, () -> room.register.get(ada));
        assertThat(person.origin().source()).isEqualTo(Source.OWN_FORM);
        assertThat(person.language()).isEqualTo("en");
        assertThat(room.timeline(ada)).containsExactly("subscribed: Letter begins");
        assertThat(room.lettersTo(email))
                .extracting(letter -> letter.kind())
                .containsExactly("newsletter-welcome", "newsletter-confirmation");
    }

    @Test
    void which_newsletter_somebody_agreed_to_is_told_on_a_page_that_is_drawn_in_no_purpose() throws Exception {
        var topic = room.topic("card");
        var email = "ada.card@jokivoima.example";
        room.ask(topic, email);
        press(room.link(email), false);

        var consent = room.consents(room.at(email).getFirst()).getFirst();
        assertThat(room.purposes.isRunning()).isFalse();
        assertThat(book.name(consent.aim()).orElseThrow().in(Locale.ENGLISH)).isEqualTo("Letter card");
    }

    @Test
    @Policy("L2")
    void a_link_confirms_once_and_for_48_hours_and_an_altered_one_leads_nowhere() throws Exception {
        var topic = room.topic("once");
        var email = "boris.once@jokivoima.example";
        room.ask(topic, email);
        var link = room.link(email);

        for (var altered : List.of("x", "A".repeat(43), link.substring(1), link + "A", "a".repeat(3000))) {
            web.perform(get("/newsletters/confirm/{link}", altered)).andExpect(status().isNotFound());
            web.perform(post("/newsletters/confirm/{link}", altered).with(SecurityMockMvcRequestPostProcessors.csrf()))
                    .andExpect(status().isNotFound());
        }
        press(link, false);
        press(link, false);
        var boris = room.at(email);
        assertThat(boris).hasSize(1);
        assertThat(room.consents(boris.getFirst())).hasSize(1);
        assertThat(room.lettersTo(email)).as("one welcome").hasSize(2);

        var late = "late.once@jokivoima.example";
        room.ask(topic, late);
        var lateLink = room.link(late);
        room.clock.advance(Duration.ofHours(49));
        assertThat(room.confirming.confirm(lateLink, false).state()).isEqualTo(Confirming.State.EXPIRED);
        assertThat(room.at(late)).isEmpty();
    }

    @Test
    @Policy({"L1", "L3"})
    void a_sign_up_for_somebody_elses_address_leaves_a_few_letters_and_nothing_else() {
        var topic = room.topic("others");
        for (int i = 0; i < 6; i++) {
            room.ask(topic, (i % 2 == 0 ? "eve.others" : "Eve.Others+" + i) + "@jokivoima.example");
        }
        assertThat(room.rows("store.letter", "recipient ilike 'eve.others%'"))
                .as("by whatever spelling")
                .isEqualTo(ConfirmationLetters.LETTERS_A_DAY);
        assertThat(room.rows("register.contact_point", "value like 'eve.others%'"))
                .isZero();
        assertThat(room.rows("newsletters.sign_up", "canonical like 'eve.others%'"))
                .isEqualTo(3);

        room.clock.advance(Duration.ofDays(9));
        nightly.run();
        assertThat(room.rows("newsletters.sign_up", "canonical like 'eve.others%'"))
                .isZero();
    }

    @Test
    @Policy("L3")
    void known_and_unknown_get_the_same_answer_and_the_same_letter() throws Exception {
        var topic = room.topic("same");
        room.met("Ada Sama", "known.same@jokivoima.example");
        var banned = room.met("Otto Sama", "banned.same@jokivoima.example");
        room.ban(banned);
        for (var who : List.of("known", "banned", "unknown")) {
            var stamp = STAMP.matcher(web.perform(get("/newsletters/same"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
            assertThat(stamp.find()).isTrue();
            room.clock.advance(Duration.ofMinutes(1));
            web.perform(post("/newsletters/same")
                            .with(SecurityMockMvcRequestPostProcessors.csrf())
                            .param("guard-stamp", stamp.group(1))
                            .header("Accept-Language", "en")
                            .param("email", who + ".same@jokivoima.example"))
                    .andExpect(status().isSeeOther());
        }
        room.write();
        var letters = List.of("known", "banned", "unknown").stream()
                .map(who -> room.lettersTo(who + ".same@jokivoima.example")
                        .getFirst()
                        .body())
                .map(body -> body.replaceAll("/confirm/\\S+", "/confirm/"))
                .distinct()
                .toList();
        assertThat(letters).hasSize(1);
        assertThat(room.subscribes(banned, topic)).isFalse();
    }

    @Test
    @Policy("L3")
    void a_program_that_floods_the_form_sets_no_letter_going() throws Exception {
        room.topic("flooded");
        var answer = web.perform(post("/newsletters/flooded")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("email", "ada.flooded@jokivoima.example"))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).contains("ada.flooded@jokivoima.example", "guard-stamp");
        assertThat(room.rows("newsletters.sign_up", "email = 'ada.flooded@jokivoima.example'"))
                .isZero();
    }

    @Test
    @Policy("L3")
    void a_page_is_good_for_one_asking_and_what_was_refused_has_not_used_it_up() throws Exception {
        room.topic("once");
        var page = web.perform(get("/newsletters/once")).andReturn().getResponse();
        var stamp = STAMP.matcher(page.getContentAsString());
        assertThat(stamp.find()).isTrue();
        room.clock.advance(Duration.ofMinutes(1));

        ask("/newsletters", stamp.group(1), "ada.once@jokivoima.example", "no-such")
                .andExpect(status().isBadRequest());
        ask("/newsletters", stamp.group(1), "ada.once@jokivoima.example", "once")
                .andExpect(status().isSeeOther());
        ask("/newsletters", stamp.group(1), "boris.once@jokivoima.example", "once")
                .andExpect(status().isBadRequest());

        assertThat(room.rows("newsletters.sign_up", "email = 'ada.once@jokivoima.example'"))
                .isOne();
        assertThat(room.rows("newsletters.sign_up", "email = 'boris.once@jokivoima.example'"))
                .isZero();
    }

    @Test
    void a_page_that_was_used_before_takes_nobody_elses_asking_back() throws Exception {
        room.topic("crowd");
        assertThat(Crowd.looksAtStamps((who, stamp) -> room.signingUp.ask(
                        List.of("crowd"), new SignUp.Who(who + ".crowd@jokivoima.example", null, "en", null), stamp)))
                .containsExactly(1, 1, 1, 1);
        assertThat(room.rows("newsletters.sign_up", "email like '%.crowd@jokivoima.example'"))
                .isEqualTo(3);
    }

    @Test
    void who_asks_for_no_newsletter_is_refused_before_anything_is_used_up_or_shared() {
        var looks = new AtomicInteger();
        for (var slug : List.of("no-such", "no\0such")) {
            assertThatThrownBy(() -> room.signingUp.ask(
                            List.of(slug),
                            new SignUp.Who("ada.none@jokivoima.example", null, "en", null),
                            looks::incrementAndGet))
                    .isInstanceOf(Problem.Invalid.class)
                    .hasMessageContaining("newsletters.ask.unknown");
        }
        assertThat(looks).hasValue(0);
    }

    private ResultActions ask(String path, String stamp, String email, String topic) throws Exception {
        return web.perform(post(path)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("guard-stamp", stamp)
                .param("topic", topic)
                .param("email", email));
    }

    @Test
    void what_cannot_be_an_address_or_a_newsletter_is_said_and_nothing_is_kept() throws Exception {
        room.topic("input");
        var before = room.rows("newsletters.sign_up", "true");
        for (var bad :
                List.of("", "ada", "ada@", "\"ada koskinen\"@jokivoima.example", "ada@jokivoima", "a\r\nb@x.example")) {
            web.perform(post("/newsletters/input")
                            .with(SecurityMockMvcRequestPostProcessors.csrf())
                            .param("email", bad))
                    .andExpect(status().isBadRequest());
        }
        web.perform(post("/newsletters")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("email", "ada@jokivoima.example"))
                .andExpect(status().isBadRequest());
        web.perform(post("/newsletters/none")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("email", "ada@jokivoima.example"))
                .andExpect(status().isNotFound());
        assertThat(room.rows("newsletters.sign_up", "true")).isEqualTo(before);
    }

    @Test
    @Policy("L1")
    void addresses_with_umlauts_in_their_domain_and_with_a_tag_are_read_where_they_were_confirmed() {
        var topic = room.topic("spelt");
        room.ask(topic, "Ada@Jäätelö.example");
        var kept = "ada@xn--jtel-loab1p.example";
        var ascii = room.purposes.as(
                Purpose.OWNER,
                () -> room.jdbc
                        .sql("select email from newsletters.sign_up where email like 'ada@xn--%'")
                        .query(String.class)
                        .single());
        assertThat(ascii).startsWith("ada@xn--").endsWith(".example");
        assertThat(kept).startsWith("ada@xn--");
        room.confirming.confirm(room.link(ascii), false);
        assertThat(room.subscribes(room.at(ascii).getFirst(), topic)).isTrue();

        var plain = "tagged.spelt@jokivoima.example";
        var ada = room.met("Ada Tagi", plain);
        room.ask(topic, "tagged.spelt+news@jokivoima.example");
        room.confirming.confirm(room.link("tagged.spelt+news@jokivoima.example"), false);
        assertThat(room.at("tagged.spelt+news@jokivoima.example"))
                .as("the same person, at the address that was confirmed")
                .containsExactly(ada);
        assertThat(room.subscribes(ada, topic)).isTrue();
    }

    @Test
    @Policy("L4")
    void a_ban_ends_by_its_holders_own_press_alone_and_other_marketing_stays_off() throws Exception {
        var topic = room.topic("banned");
        var ada = room.met("Ada Kielto", "ada.banned@jokivoima.example");
        room.ban(ada);
        room.ask(topic, "ada.banned@jokivoima.example");
        var link = room.link("ada.banned@jokivoima.example");

        press(link, false);
        assertThat(room.standing(ada).isBannedInPerson()).as("not in passing").isTrue();
        assertThat(room.subscribes(ada, topic)).isFalse();

        press(link, true);
        assertThat(room.standing(ada).isBanned()).isFalse();
        assertThat(room.subscribes(ada, topic)).isTrue();
        assertThat(room.purposes.as(Purpose.RIGHTS, () -> room.subscriptions.restraints(ada)))
                .containsExactly(Restraint.SUBSCRIBED_ONLY);
    }

    @Test
    @Policy("L4")
    void a_shared_address_lifts_nobodys_ban() {
        var topic = room.topic("shared");
        var email = "info@merenkulma.example";
        var ada = room.met("Ada Yhteinen", email);
        room.purposes.as(
                Purpose.CUSTOMER,
                () -> room.bans.ban(ada, new fi.seloste.register.Ban("asked", true, null), Newsroom.JENNY));
        room.ask(topic, email);

        var answer = room.confirming.confirm(room.link(email), true);

        assertThat(answer.state()).isEqualTo(Confirming.State.BANNED_HERE);
        assertThat(room.standing(ada).isBannedInPerson()).isTrue();
        assertThat(room.subscribes(ada, topic)).isFalse();
    }

    @Test
    @Policy("L4")
    void a_ban_that_outlived_its_person_holds_until_the_reader_of_the_address_ends_it() {
        var topic = room.topic("outlived");
        var email = "gone.outlived@jokivoima.example";
        var gone = room.met("Gone Ennen", email);
        room.ban(gone);
        room.purposes.as(Purpose.OWNER, () -> {
            room.jdbc
                    .sql("delete from register.contact_point where person_id = :id")
                    .param("id", gone.value())
                    .update();
            room.jdbc
                    .sql("update register.person set standing = 8, name = '' where person_id = :id")
                    .param("id", gone.value())
                    .update();
        });
        room.ask(topic, email);
        var link = room.link(email);

        assertThat(room.confirming.confirm(link, false).state()).isEqualTo(Confirming.State.BANNED);
        assertThat(room.at(email)).isEmpty();
        assertThat(room.confirming.confirm(link, true).state()).isEqualTo(Confirming.State.CONFIRMED);
        var anew = room.at(email).getFirst();
        assertThat(anew).isNotEqualTo(gone);
        assertThat(room.standing(anew).isBanned()).isFalse();
        assertThat(room.subscribes(anew, topic)).isTrue();
    }

    @Test
    @Policy("L5")
    void nothing_begins_for_whoever_is_restricted_and_whoever_was_found_elsewhere_is_told_first() {
        var topic = room.topic("standing");
        var ada = room.met("Ada Rajattu", "ada.standing@jokivoima.example");
        room.restrict(ada);
        room.ask(topic, "ada.standing@jokivoima.example");
        assertThat(room.confirming
                        .confirm(room.link("ada.standing@jokivoima.example"), true)
                        .state())
                .isEqualTo(Confirming.State.RESTRICTED);
        assertThat(room.consents(ada)).isEmpty();

        var found = room.found("Fia Verkosta", "fia.standing@jokivoima.example");
        room.ask(topic, "fia.standing@jokivoima.example");
        room.confirming.confirm(room.link("fia.standing@jokivoima.example"), false);
        assertThat(room.subscribes(found, topic)).isTrue();
        assertThat(room.standing(found).isUninformed()).isFalse();
        assertThat(room.lettersTo("fia.standing@jokivoima.example"))
                .extracting(letter -> letter.kind())
                .contains("informing", "newsletter-welcome");
    }

    @Test
    void a_closed_newsletter_takes_nobody_new() {
        var topic = room.topic("closing");
        room.newsletters.change(
                topic.id(),
                topic.version(),
                new Topic.Plan(Newsroom.NEWS, Topic.Frequency.MONTHLY, false, true),
                topic.words(),
                Newsroom.JENNY);
        assertThatThrownBy(() -> room.ask(topic, "ada.closing@jokivoima.example"))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("newsletters.ask.closed");
    }

    @Test
    @Policy("L1")
    void changed_words_are_asked_anew_and_who_agreed_before_agreed_to_the_old_ones() {
        var topic = room.topic("reworded");
        room.ask(topic, "first.reworded@jokivoima.example");
        room.newsletters.change(
                topic.id(),
                topic.version(),
                topic.plan(),
                java.util.Map.of("en", new Topic.Words("Letter reworded", "", "Yes, send it to me.", "")),
                Newsroom.JENNY);
        room.ask(topic, "second.reworded@jokivoima.example");
        room.confirming.confirm(room.link("first.reworded@jokivoima.example"), false);
        room.confirming.confirm(room.link("second.reworded@jokivoima.example"), false);

        assertThat(words("first.reworded@jokivoima.example")).contains("Letter reworded", "once a month");
        assertThat(words("second.reworded@jokivoima.example")).isEqualTo("Yes, send it to me.");
    }

    private String words(String email) {
        return room.consents(room.at(email).getFirst())
                .getFirst()
                .given()
                .upon()
                .text()
                .words();
    }

    private void press(String link, boolean lifting) throws Exception {
        web.perform(post("/newsletters/confirm/" + link)
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("lifting", String.valueOf(lifting)))
                .andExpect(status().isOk());
    }
}
