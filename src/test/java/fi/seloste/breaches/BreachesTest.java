package fi.seloste.breaches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class BreachesTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final Actor SIRPA =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000bbbb"), "Sirpa Virtanen");
    private static final String PASSWORD = "neljä sinistä sipulia";

    @Autowired
    Breaches breaches;

    @Autowired
    Evidence evidence;

    @Autowired
    TurnedClock clock;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    @Test
    @Policy("V2")
    void the_72_hours_run_over_the_weekend_and_after_them_reasons_are_asked() {
        var friday = Instant.parse("2026-11-20T14:30:00Z");
        var id = breaches.record(facts(friday, Risk.SOME), SIRPA);
        var breach = breaches.get(id);
        assertThat(breach.deadline(HELSINKI).due().toInstant()).isEqualTo(Instant.parse("2026-11-23T14:30:00Z"));
        clock.advance(Duration.ofHours(7));

        assertThatThrownBy(() -> breaches.notified(id, clock.instant(), " ", SIRPA))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.field()).isEqualTo("reason"));
        assertThatThrownBy(() -> breaches.notified(id, friday.minusSeconds(60), "", SIRPA))
                .isInstanceOf(Problem.Invalid.class);
        breaches.notified(id, clock.instant(), "the holder noticed on Monday", SIRPA);

        assertThat(breaches.get(id).course().lateReason()).isEqualTo("the holder noticed on Monday");
        assertThatThrownBy(() -> breaches.notified(id, clock.instant(), "again", SIRPA))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @Policy("V3")
    void a_breach_closes_when_everybody_who_must_be_told_was_told() {
        var small = breaches.record(facts(clock.instant(), Risk.NONE), SIRPA);
        breaches.close(small, SIRPA);
        assertThat(breaches.get(small).isOpen()).isFalse();

        var grave = breaches.record(facts(clock.instant(), Risk.HIGH), SIRPA);
        assertThatThrownBy(() -> breaches.close(grave, SIRPA)).hasMessageContaining("breaches.close.authority");
        breaches.notified(grave, clock.instant(), "", SIRPA);
        assertThatThrownBy(() -> breaches.close(grave, SIRPA)).hasMessageContaining("breaches.close.people");
        breaches.told(grave, clock.instant(), "by e-mail: what happened and whom to ask", SIRPA);
        breaches.close(grave, SIRPA);

        assertThat(breaches.get(grave).isOpen()).isFalse();
        assertThatThrownBy(() -> breaches.complete(grave, facts(clock.instant(), Risk.NONE), 4, SIRPA))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @Policy("V1")
    void what_is_not_known_yet_is_completed_later_and_each_act_is_evidence() throws Exception {
        var sirpa = sirpa();
        assertThat(sirpa.html("/breaches")).contains("No breach is known");
        assertThat(sirpa.sends("/breaches", "awareAt", "2026-11-23T09:15", "nature", "", "risk", "some")
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Fill this in.");
        sirpa.sends(
                "/breaches",
                "awareAt",
                "2026-11-23T09:15",
                "nature",
                "A list went to the <wrong> customer",
                "concerned",
                "contact persons: e-mail addresses",
                "people",
                "12",
                "risk",
                "some");
        var breach = breaches.list().getFirst();
        assertThat(breach.facts().awareAt()).isEqualTo(Instant.parse("2026-11-23T07:15:00Z"));
        assertThat(sirpa.html("/breaches/" + breach.id()))
                .contains("A list went to the &lt;wrong&gt; customer", "not known yet", "GDPR Art. 33(1)");
        assertThat(sirpa.html("/")).contains("A breach: the authority is to be told within 72 hours");

        var known = new Breach.Facts(
                breach.facts().awareAt(),
                "A list went astray",
                "contact persons",
                12,
                "none seen",
                "deleted there",
                Risk.SOME);
        breaches.complete(breach.id(), known, breach.version(), SIRPA);
        assertThatThrownBy(() -> breaches.complete(breach.id(), known, breach.version(), SIRPA))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(breaches.get(breach.id()).facts().measures()).isEqualTo("deleted there");
        assertThat(evidence.about(breach.id()))
                .extracting(Evidence.Line::act)
                .containsExactlyInAnyOrder("breach-recorded", "breach-completed");
    }

    private static Breach.Facts facts(Instant aware, Risk risk) {
        return new Breach.Facts(aware, "A telephone was lost", "contact persons: numbers", null, "", "", risk);
    }

    private Visit sirpa() throws Exception {
        var email = "sirpa.breaches@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Sirpa Virtanen", email, "en", "Europe/Helsinki"),
                Role.PRIVACY_OFFICER.permissions(),
                Actor.system("test"));
        staff.setPassword(account, PASSWORD);
        return Visit.of(web, email, PASSWORD);
    }
}
