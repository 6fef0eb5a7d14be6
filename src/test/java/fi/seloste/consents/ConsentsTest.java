package fi.seloste.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Ban;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.Merging;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.register.Wish;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ConsentsTest {

    private static final Actor SIRPA =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000bbbb"), "Sirpa Virtanen");
    private static final String NEWS = "consented-marketing";
    private static final String WORDS = "Yes, send me the newsletter and invitations by e-mail.";

    @Autowired
    Consents consents;

    @Autowired
    Register register;

    @Autowired
    MarketingBan bans;

    @Autowired
    Merging merging;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TurnedClock clock;

    @Test
    @Policy({"C1", "C2"})
    void a_consent_keeps_the_exact_words_the_way_and_the_proof_and_the_words_are_kept_once() {
        var ada = person("ada.words@jokivoima.example");
        var boris = person("boris.words@jokivoima.example");

        var adas = give(ada, agreement(NEWS, "", WORDS));
        var boriss = give(boris, agreement(NEWS, "", WORDS));
        var later = give(boris, agreement(NEWS, "", WORDS + " Once a month."));

        assertThat(adas.given().upon().text().words()).isEqualTo(WORDS);
        assertThat(adas.given().upon().id()).isEqualTo(boriss.given().upon().id());
        assertThat(later.given().upon().version()).isEqualTo(adas.given().upon().version() + 1);
        var kept = as(Purpose.RIGHTS, () -> consents.of(ada, Evidence.How.PAGE, SIRPA))
                .getFirst();
        assertThat(kept.given().channel()).isEqualTo(Channel.PHONE);
        assertThat(kept.given().proof()).isEqualTo(new Proof(Proof.Kind.NOTED, "Call of 23 November, Sirpa"));
        assertThat(kept.given().noticePrint()).hasSize(64);
        assertThat(evidence(adas.id())).containsExactly("consent-given");
    }

    @Test
    @Policy("C1")
    void what_nobody_could_show_is_no_consent() {
        var ada = person("ada.shown@jokivoima.example");
        assertThatThrownBy(() -> agreement(NEWS, WORDS, new Proof(Proof.Kind.NOTED, "  "), null))
                .hasMessageContaining("consents.proof.missing");
        assertThatThrownBy(() -> agreement(NEWS, "  ", new Proof(Proof.Kind.DOUBLE_OPT_IN, null), null))
                .hasMessageContaining("consents.text.missing");
        assertThatThrownBy(() -> give(ada, agreement("role-marketing", "", WORDS)))
                .hasMessageContaining("consents.purpose.otherBasis");
        assertThatThrownBy(() -> give(ada, agreement("astrology", "", WORDS)))
                .hasMessageContaining("consents.purpose.unknown");
        assertThatThrownBy(() -> give(
                        ada, agreement(NEWS, WORDS, noted(), clock.instant().plusSeconds(60))))
                .hasMessageContaining("consents.given.ahead");
        assertThat(as(Purpose.RIGHTS, () -> consents.of(ada))).isEmpty();
    }

    @Test
    @Policy({"C3", "C4"})
    void a_consent_stands_for_its_purpose_and_topic_alone_until_it_is_withdrawn_without_a_reason() {
        var ada = person("ada.stands@jokivoima.example");
        give(ada, agreement(NEWS, "Readiness letter", WORDS));
        assertThat(stands(ada, new Aim(NEWS, "Readiness letter"))).isTrue();
        assertThat(stands(ada, Aim.of(NEWS))).isFalse();
        assertThat(stands(ada, new Aim(NEWS, "Other letter"))).isFalse();
        assertThat(stands(ada, Aim.of("response-measurement"))).isFalse();

        clock.advance(Duration.ofMinutes(1));
        var again = give(ada, agreement(NEWS, "Readiness letter", WORDS));
        clock.advance(Duration.ofMinutes(1));
        var ended = as(Purpose.MARKETING, () -> consents.withdraw(ada, again.id(), Way.PHONE, SIRPA));

        assertThat(ended).hasSize(2);
        assertThat(stands(ada, new Aim(NEWS, "Readiness letter"))).isFalse();
        assertThat(as(Purpose.MARKETING, () -> consents.withdraw(ada, again.id(), Way.PHONE, SIRPA)))
                .isEmpty();
        assertThat(evidence(again.id())).containsExactly("consent-given", "consent-withdrawn");
    }

    @Test
    @Policy("C5")
    void giving_anew_is_another_row_and_no_purpose_may_write_over_what_was_given() {
        var ada = person("ada.anew@jokivoima.example");
        var first = give(ada, agreement(NEWS, "", WORDS));
        clock.advance(Duration.ofDays(1));
        as(Purpose.RIGHTS, () -> consents.withdraw(ada, first.id(), Way.EMAIL, SIRPA));
        clock.advance(Duration.ofDays(1));
        var second = give(ada, agreement(NEWS, "", WORDS));

        var kept = as(Purpose.RIGHTS, () -> consents.of(ada));
        assertThat(kept).extracting(Consent::id).containsExactly(second.id(), first.id());
        assertThat(kept.getLast().end().withdrawal()).isNotNull();
        assertThat(stands(ada, Aim.of(NEWS))).isTrue();
        for (var purpose : List.of(Purpose.MARKETING, Purpose.REFERENCES, Purpose.ANALYTICS, Purpose.SUBJECT)) {
            assertThatThrownBy(() -> as(
                            purpose,
                            () -> jdbc.sql("update consents.consent set proof_note = 'other'")
                                    .update()))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    @Policy("C6")
    void a_consent_with_a_last_day_ends_by_itself_after_that_day() {
        var ada = person("ada.until@jokivoima.example");
        var today = LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Europe/Helsinki"));
        var agreed = new Agreement(
                Aim.of("response-measurement"),
                new Wording.Text("You may measure what I open.", "en"),
                new Agreement.Manner(Channel.FORM, new Proof(Proof.Kind.DOUBLE_OPT_IN, null), null),
                today.plusDays(2));
        var consent = give(ada, agreed);
        clock.advance(Duration.ofDays(2));
        assertThat(stands(ada, Aim.of("response-measurement"))).isTrue();
        clock.advance(Duration.ofDays(1));
        assertThat(stands(ada, Aim.of("response-measurement"))).isFalse();
        assertThat(consent.state(clock.instant())).isEqualTo(Consent.State.EXPIRED);
        assertThatThrownBy(() -> give(
                        ada,
                        new Agreement(
                                Aim.of("response-measurement"), agreed.text(), agreed.manner(), today.minusDays(1))))
                .hasMessageContaining("consents.expires.before");
    }

    @Test
    @Policy("C7")
    void a_ban_ends_the_consents_to_marketing_and_lifting_it_brings_none_back() {
        var ada = person("ada.banned@jokivoima.example");
        give(ada, agreement(NEWS, "", WORDS));
        give(ada, agreement("references", "", "You may name me in a reference."));
        clock.advance(Duration.ofMinutes(1));
        as(Purpose.MARKETING, () -> bans.ban(ada, Ban.because("asked by phone"), SIRPA));

        assertThat(standing(NEWS, ada)).isFalse();
        assertThat(as(Purpose.RIGHTS, () -> consents.standing(ada)))
                .extracting(one -> one.aim().purpose())
                .containsExactly("references");
        assertThatThrownBy(() -> as(Purpose.RIGHTS, () -> consents.give(ada, agreement(NEWS, "", WORDS), SIRPA)))
                .hasMessageContaining("consents.banned");

        clock.advance(Duration.ofDays(1));
        purposes.as(Purpose.CUSTOMER, () -> bans.lift(ada, Wish.of("asked by phone again", today()), SIRPA));
        assertThat(stands(ada, Aim.of(NEWS))).isFalse();
        clock.advance(Duration.ofMinutes(1));
        give(ada, agreement(NEWS, "", WORDS));
        assertThat(stands(ada, Aim.of(NEWS))).isTrue();
    }

    @Test
    @Policy("C8")
    void the_gate_is_a_part_of_marketing_s_own_query_and_shows_nobody_whom_marketing_may_not_see() {
        var ada = person("ada.gate@jokivoima.example");
        var boris = person("boris.gate@jokivoima.example");
        var chen = person("chen.gate@jokivoima.example");
        for (var one : List.of(ada, boris, chen)) {
            give(one, agreement(NEWS, "Gate letter", WORDS));
        }
        clock.advance(Duration.ofMinutes(1));
        assertThat(gate("Gate letter")).containsExactlyInAnyOrder(ada, boris, chen);

        owner("update register.person set standing = 2 where person_id = '%s'".formatted(boris));
        owner("update register.person set standing = 16 where person_id = '%s'".formatted(chen));
        assertThat(gate("Gate letter")).containsExactly(ada);
        assertThatThrownBy(() -> as(Purpose.CUSTOMER, () -> consents.of(ada))).isInstanceOf(DataAccessException.class);
    }

    @Test
    @Policy("C9")
    void where_two_people_are_one_what_was_withdrawn_last_does_not_come_back() {
        var ada = person("ada.one@jokivoima.example");
        var other = person("ada.two@jokivoima.example");
        give(other, agreement(NEWS, "", WORDS));
        clock.advance(Duration.ofDays(1));
        var withdrawn = give(ada, agreement(NEWS, "", WORDS));
        clock.advance(Duration.ofDays(1));
        as(Purpose.RIGHTS, () -> consents.withdraw(ada, withdrawn.id(), Way.LINK, SIRPA));
        assertThat(stands(other, Aim.of(NEWS))).isTrue();

        purposes.as(Purpose.CUSTOMER, () -> {
            merging.merge(ada, other, java.util.Set.of(), SIRPA);
        });
        clock.advance(Duration.ofMinutes(1));

        assertThat(as(Purpose.RIGHTS, () -> consents.of(ada))).hasSize(2);
        assertThat(stands(ada, Aim.of(NEWS))).isFalse();
        assertThat(as(Purpose.RIGHTS, () -> consents.standing(ada))).isEmpty();
        give(ada, agreement(NEWS, "", WORDS));
        assertThat(stands(ada, Aim.of(NEWS))).isTrue();
    }

    @Test
    @Policy("C3")
    void restricted_people_agree_to_nothing_and_nobody_s_consent_is_found_under_somebody_else() {
        var ada = person("ada.locked@jokivoima.example");
        var boris = person("boris.locked@jokivoima.example");
        var adas = give(ada, agreement(NEWS, "", WORDS));
        assertThatThrownBy(() -> as(Purpose.RIGHTS, () -> consents.withdraw(boris, adas.id(), Way.PHONE, SIRPA)))
                .hasMessageContaining("problem.notFound.consent");
        owner("update register.person set standing = 2 where person_id = '%s'".formatted(ada));
        assertThatThrownBy(() -> as(Purpose.RIGHTS, () -> consents.give(ada, agreement(NEWS, "", WORDS), SIRPA)))
                .hasMessageContaining("consents.restricted");
        assertThat(as(Purpose.RIGHTS, () -> consents.withdrawAll(ada, Way.PAPER, SIRPA)))
                .containsExactly(adas.id());
    }

    private PersonId person(String email) {
        return purposes.as(
                Purpose.CUSTOMER,
                () -> register.add(
                        NewPerson.of(PersonName.of("Ada Koskinen"), new Origin(Source.MET_IN_PERSON, null, today()))
                                .reachedBy(ContactPoint.New.email(email)),
                        SIRPA));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Europe/Helsinki"));
    }

    private static Proof noted() {
        return new Proof(Proof.Kind.NOTED, "Call of 23 November, Sirpa");
    }

    private static Agreement agreement(String purpose, String topic, String words) {
        return new Agreement(
                new Aim(purpose, topic),
                new Wording.Text(words, "en"),
                new Agreement.Manner(Channel.PHONE, noted(), null),
                null);
    }

    private static Agreement agreement(String purpose, String words, Proof proof, @Nullable Instant at) {
        return new Agreement(
                Aim.of(purpose), new Wording.Text(words, "en"), new Agreement.Manner(Channel.PHONE, proof, at), null);
    }

    private Consent give(PersonId person, Agreement agreed) {
        return as(Purpose.MARKETING, () -> consents.give(person, agreed, SIRPA));
    }

    private boolean stands(PersonId person, Aim aim) {
        return as(Purpose.MARKETING, () -> consents.stands(person, aim));
    }

    private boolean standing(String purpose, PersonId person) {
        return as(Purpose.RIGHTS, () -> consents.stands(person, purpose));
    }

    private List<PersonId> gate(String topic) {
        return as(
                Purpose.MARKETING,
                () -> jdbc.sql("""
                        select p.person_id
                          from register.person p
                          join consents.standing(:purpose, :topic, :now) s on s.person_id = p.person_id""")
                        .param("purpose", NEWS)
                        .param("topic", topic)
                        .param("now", fi.seloste.store.Sql.at(clock.instant()))
                        .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                        .list());
    }

    private List<String> evidence(UUID consent) {
        return as(
                Purpose.OWNER,
                () -> jdbc.sql("select act from evidence.entry where object_id = :id order by at, entry_id")
                        .param("id", consent)
                        .query(String.class)
                        .list());
    }

    private void owner(String sql) {
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql(sql).update();
        });
    }

    private <T> T as(Purpose purpose, Supplier<T> work) {
        return purposes.as(purpose, work);
    }
}
