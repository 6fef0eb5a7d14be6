package fi.seloste.onward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import fi.seloste.forms.Destination;
import fi.seloste.newsletters.Newsletters;
import fi.seloste.newsletters.Topic;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Said;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ToNewslettersTest {

    private static final Actor JENNY = Actor.system("test");
    private static final String NEWS = "consented-marketing";

    @Autowired
    ToNewsletters toNewsletters;

    @Autowired
    Newsletters newsletters;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_form_asks_at_the_newsletters_own_door_which_asks_the_address() {
        add("tidings", true);

        assertThat(toNewsletters.targets(Locale.ENGLISH))
                .extracting(one -> one.value())
                .contains("tidings");
        assertThat(toNewsletters.obstacle("tidings")).isEmpty();
        toNewsletters.take(arrived("tidings", "Ada.Tidings@jokivoima.example"));

        assertThat(asked("ada.tidings@jokivoima.example")).isOne();
    }

    @Test
    void a_newsletter_that_takes_nobody_new_is_in_the_way() {
        add("closed-tidings", false);

        assertThat(toNewsletters.obstacle("closed-tidings")).contains(Said.of("forms.newsletter.closed"));
        assertThat(toNewsletters.obstacle("no-such-newsletter")).contains(Said.of("forms.newsletter.closed"));
        assertThat(toNewsletters.obstacle("")).contains(Said.of("forms.target.missing"));
        assertThatThrownBy(() -> toNewsletters.take(arrived("closed-tidings", "boris.tidings@jokivoima.example")))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(asked("boris.tidings@jokivoima.example")).isZero();
    }

    private UUID add(String slug, boolean open) {
        var words = Map.of("en", new Topic.Words("Tidings", "What is new", "", ""));
        var plan = new Topic.Plan(NEWS, Topic.Frequency.MONTHLY, open, true);
        return newsletters.add(slug, plan, words, JENNY);
    }

    private long asked(String email) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select count(*) from newsletters.sign_up where email = :email")
                        .param("email", email)
                        .query(Long.class)
                        .single());
    }

    private static Destination.Arrived arrived(String slug, String email) {
        return new Destination.Arrived(
                Ids.next(),
                slug,
                new Destination.Sender("Ada Koskinen", email, "en", Instant.parse("2026-11-23T08:00:00Z")),
                Map.of("name", "Ada Koskinen", "email", email));
    }
}
