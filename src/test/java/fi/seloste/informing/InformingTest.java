package fi.seloste.informing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.LegalTime;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.register.Ban;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonField;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class InformingTest {

    private static final Actor SIRPA =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000bbbb"), "Sirpa Virtanen");
    private static final String PAGE = "https://jokivoima.example/people";

    @Autowired
    Informing informing;

    @Autowired
    InformingDue nightly;

    @Autowired
    Register register;

    @Autowired
    MarketingBan bans;

    @Autowired
    Purposes purposes;

    @Autowired
    Mail mail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TurnedClock clock;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    @Test
    @Policy({"I1", "I2"})
    void whoever_was_found_on_a_website_is_told_by_letter_within_a_month_and_only_then_seen_by_marketing() {
        var ada = found("Ada Koskinen", "ada.told@jokivoima.example", Source.PUBLIC_WEB);
        var boris = found("Boris Lindqvist", "boris.told@jokivoima.example", Source.MET_IN_PERSON);
        assertThat(seenByMarketing(ada)).isFalse();
        assertThat(seenByMarketing(boris)).isTrue();

        clock.advance(Duration.ofDays(26));
        nightly.run();
        assertThat(lettersTo("ada.told@jokivoima.example")).isEmpty();
        clock.advance(Duration.ofDays(3));
        nightly.run();
        nightly.run();

        assertThat(lettersTo("ada.told@jokivoima.example"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.body())
                        .contains(
                                "Ada Koskinen",
                                PAGE,
                                "legitimate interests",
                                "24 months",
                                "YOUR RIGHT TO OBJECT",
                                "/privacy")
                        .contains("Office of the Data Protection Ombudsman"));
        assertThat(lettersTo("boris.told@jokivoima.example")).isEmpty();
        assertThat(seenByMarketing(ada)).isTrue();
    }

    @Test
    @Policy("I1")
    void whoever_has_no_address_hides_nobody_behind_them_and_nobody_is_consulted_in_vain() {
        for (int i = 0; i < InformingDue.AT_ONCE; i++) {
            found("Nobody " + i, null, Source.PUBLIC_WEB);
        }
        var ada = found("Ada Koskinen", "ada.behind@jokivoima.example", Source.PUBLIC_WEB);
        clock.advance(Duration.ofDays(29));
        var consulted = consultations();
        nightly.run();
        assertThat(lettersTo("ada.behind@jokivoima.example")).hasSize(1);
        assertThat(seenByMarketing(ada)).isTrue();
        assertThat(consultations()).isEqualTo(consulted);
        assertThat(informing
                        .count(LegalTime.dayOf(clock.instant(), ZoneId.of("Europe/Helsinki"))
                                .plusDays(3))
                        .people())
                .isGreaterThanOrEqualTo(InformingDue.AT_ONCE);
    }

    @Test
    @Policy("I3")
    void a_letter_about_the_source_is_no_marketing_so_a_ban_does_not_stop_it_and_stays() {
        var chen = found("Chen Lahti", "chen.told@jokivoima.example", Source.BOUGHT_LIST);
        purposes.as(Purpose.CUSTOMER, () -> bans.ban(chen, Ban.because("asked by phone"), SIRPA));

        assertThat(informing.write(List.of(chen), SIRPA)).isOne();

        assertThat(lettersTo("chen.told@jokivoima.example")).hasSize(1);
        assertThat(seenByMarketing(chen)).isFalse();
    }

    @Test
    @Policy("I4")
    void telling_otherwise_needs_a_note_and_what_is_out_of_proportion_opens_no_marketing() {
        var ada = found("Ada Koskinen", "ada.otherwise@jokivoima.example", Source.PUBLIC_WEB);
        var dora = found("Dora Mäki", "dora.otherwise@jokivoima.example", Source.PUBLIC_WEB);
        assertThatThrownBy(() -> informing.note(ada, How.OTHERWISE, " ", SIRPA)).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> informing.note(ada, How.LETTER, "x", SIRPA)).isInstanceOf(Problem.Invalid.class);

        informing.note(ada, How.OTHERWISE, "by telephone on Monday", SIRPA);
        informing.note(dora, How.DISPROPORTIONATE, "the address no longer exists", SIRPA);

        assertThat(seenByMarketing(ada)).isTrue();
        assertThat(seenByMarketing(dora)).isFalse();
        assertThatThrownBy(() -> informing.note(ada, How.KNOWN, "again", SIRPA)).isInstanceOf(Problem.Conflict.class);
        assertThat(informing.write(List.of(ada, dora), SIRPA)).isZero();
    }

    @Test
    @Policy("I1")
    void the_desk_sees_who_is_due_and_writes_to_those_it_chose() throws Exception {
        found("Ada Koskinen", "ada.desk@jokivoima.example", Source.OTHER_SYSTEM);
        var dora = found("Dora Mäki", "dora.desk@jokivoima.example", Source.PUBLIC_WEB);
        var sirpa = sirpa();

        assertThat(sirpa.html("/informing")).contains("ada.desk@jokivoima.example", "Dora Mäki", PAGE);
        sirpa.sends("/informing/letters", "person", dora.toString());
        assertThat(lettersTo("dora.desk@jokivoima.example")).hasSize(1);
        assertThat(lettersTo("ada.desk@jokivoima.example")).isEmpty();
        assertThat(sirpa.html("/informing")).contains("Ada Koskinen").doesNotContain("Dora Mäki");
    }

    private long consultations() {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select count(*) from evidence.consultation")
                        .query(Long.class)
                        .single());
    }

    private PersonId found(String name, @Nullable String email, Source source) {
        var today = LegalTime.dayOf(clock.instant(), ZoneId.of("Europe/Helsinki"));
        var origin = new Origin(source, source.needsDetail() ? PAGE : null, today);
        return purposes.as(Purpose.CUSTOMER, () -> {
            var person = NewPerson.of(PersonName.of(name), origin).with(Map.of(PersonField.LANGUAGE, "en"));
            return register.add(email == null ? person : person.reachedBy(ContactPoint.New.email(email)), SIRPA);
        });
    }

    private boolean seenByMarketing(PersonId person) {
        return purposes.as(Purpose.MARKETING, () -> register.find(person)).isPresent();
    }

    private List<Mail.Sent> lettersTo(String address) {
        return mail.newest(100).stream()
                .filter(letter -> letter.recipient().equals(address))
                .toList();
    }

    private Visit sirpa() throws Exception {
        var email = "sirpa.informing@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Sirpa Virtanen", email, "en", "Europe/Helsinki"),
                Role.PRIVACY_OFFICER.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }
}
