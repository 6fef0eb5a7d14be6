package fi.seloste.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.consents.Agreement;
import fi.seloste.consents.Aim;
import fi.seloste.consents.Channel;
import fi.seloste.consents.Consent;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Proof;
import fi.seloste.consents.Way;
import fi.seloste.consents.Wording;
import fi.seloste.register.Note;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Archive.class)
class EndedConsentsTest {

    @Autowired
    Archive archive;

    @Autowired
    Consents consents;

    @Autowired
    Purposes purposes;

    @Test
    @Policy("C12")
    void three_years_after_it_was_withdrawn_a_consent_goes_and_the_one_that_stands_is_kept() {
        var ada = archive.met("Ada Koskinen", "ada@jokivoima.example", LocalDate.of(2026, 1, 2));
        archive.clock.turnTo(LocalDate.of(2026, 1, 3));
        var withdrawn = agreed(ada, "Readiness letter");
        var stands = agreed(ada, "Other letter");
        archive.clock.turnTo(LocalDate.of(2026, 1, 5));
        purposes.as(Purpose.RIGHTS, () -> {
            consents.withdraw(ada, withdrawn.id(), Way.PHONE, Actor.system("test"));
        });
        archive.clock.turnTo(LocalDate.of(2027, 12, 1));
        archive.write(ada, Note.Kind.MEETING, "at the fair");

        archive.sweepOn(LocalDate.of(2029, 1, 5));
        assertThat(isThere(withdrawn)).isTrue();
        archive.sweepOn(LocalDate.of(2029, 1, 6));

        assertThat(isThere(withdrawn)).isFalse();
        assertThat(isThere(stands)).isTrue();
        assertThat(archive.isThere(ada)).isTrue();
        archive.sweepOn(LocalDate.of(2029, 12, 3));
        assertThat(archive.isThere(ada)).isFalse();
        assertThat(isThere(stands)).isFalse();
    }

    private Consent agreed(PersonId person, String topic) {
        return purposes.as(
                Purpose.MARKETING,
                () -> consents.give(
                        person,
                        new Agreement(
                                new Aim("consented-marketing", topic),
                                new Wording.Text("Yes, send it to me.", "en"),
                                new Agreement.Manner(Channel.FORM, new Proof(Proof.Kind.DOUBLE_OPT_IN, null), null),
                                null),
                        Actor.subject(person)));
    }

    private boolean isThere(Consent consent) {
        return archive.count("consents.consent", "consent_id = '%s'".formatted(consent.id())) == 1;
    }
}
