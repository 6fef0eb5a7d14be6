package fi.seloste.demo;

import static fi.seloste.rights.Right.ACCESS;
import static fi.seloste.rights.Right.ERASURE;
import static fi.seloste.rights.Right.MARKETING_BAN;
import static fi.seloste.rights.Right.OBJECTION;
import static fi.seloste.rights.Right.PORTABILITY;
import static fi.seloste.rights.Right.RECTIFICATION;
import static fi.seloste.rights.Right.RESTRICTION;
import static fi.seloste.rights.Right.WITHDRAWAL;

import fi.seloste.register.Edit;
import fi.seloste.register.PersonField;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.rights.Identity;
import fi.seloste.rights.Narrowing;
import fi.seloste.rights.Right;
import fi.seloste.rights.Rights;
import fi.seloste.rights.Sweep;
import fi.seloste.rights.Weighing;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Requests about rights in every state, one of them nearly late. */
@Component
@Profile("demo")
class Desk implements Chapter {

    private static final String CALLED = "called back at the number on file";

    private final Rights rights;
    private final Identity identity;
    private final Register register;
    private final Sweep sweep;
    private final Weighing weighing;
    private final Narrowing narrowing;

    Desk(Rights rights, Identity identity, Register register, Sweep sweep, Weighing weighing, Narrowing narrowing) {
        this.rights = rights;
        this.identity = identity;
        this.register = register;
        this.sweep = sweep;
        this.weighing = weighing;
        this.narrowing = narrowing;
    }

    @Override
    public void lay(Stage stage) {
        answered(stage);
        open(stage);
    }

    private void answered(Stage stage) {
        asks(
                        stage,
                        72,
                        ACCESS,
                        "laura.niskanen@keskuslinna.example",
                        "I would like to see everything you keep about me.",
                        "fi")
                .attested(70, CALLED)
                .fulfilled(68);
        asks(
                        stage,
                        58,
                        ERASURE,
                        "petri.saarela@terasniemi.example",
                        "I have retired. Please remove me from your register.",
                        "fi")
                .attested(57, CALLED)
                .fulfilled(55);
        // Days later the last letter is gone, the texts were searched once more, and the identifiers are destroyed.
        stage.apart(stage.daysAgo(44), sweep::run);
        asks(
                        stage,
                        44,
                        RESTRICTION,
                        "chen.wei@pilvenreuna.example",
                        "The notes about my site are wrong. Do not use my data until that is settled.",
                        "en")
                .attested(43, CALLED)
                .fulfilled(42);
        asks(stage, 37, MARKETING_BAN, "hanna.tolvonen@koivujoki.example", "Ei enää markkinointia, kiitos.", "fi")
                .fulfilled(37);
        corrected(stage);
        asks(stage, 27, ACCESS, "pia.nurmela@taitola.example", "My third request this month.", "fi")
                .attested(26, CALLED)
                .refused(
                        25,
                        "excessive",
                        "The same copy was sent on two days of the same month, and nothing was added since.");
        asks(
                        stage,
                        24,
                        OBJECTION,
                        "ilari.vesala@keskuslinna.example",
                        "I have changed to another unit and do not want my data used any more.",
                        "fi")
                .attested(23, CALLED)
                .weighed(
                        21,
                        weighing,
                        "overridden",
                        "A claim about the last invoice of the hospital is open, and Ilari Vesala agreed to the order. The data are kept for the claim.");
        asks(
                        stage,
                        9,
                        RESTRICTION,
                        "helka.autio@jokivoima.example",
                        "What you noted about our night shift is wrong. Leave your notes alone until you have asked me.",
                        "fi")
                .attested(8, CALLED)
                .narrowed(8, narrowing, "relationship-notes")
                .fulfilled(7);
        asks(stage, 12, WITHDRAWAL, "otto.valkeapaa@rautapyora.example", "Peruutan suostumukseni.", "fi");
        asks(
                        stage,
                        20,
                        PORTABILITY,
                        "joakim.sjoberg@bjorkvik.example",
                        "Jag vill ha mina uppgifter i ett format för vårt eget system.",
                        "sv")
                .attested(19, CALLED)
                .withdrawn(14);
    }

    private void corrected(Stage stage) {
        var email = "kaisa.rautala@pohjanranta.example";
        asks(stage, 33, RECTIFICATION, email, "My title is Director of preparedness.", "fi")
                .attested(32, CALLED)
                .meanwhile(
                        31,
                        () -> register.change(
                                stage.person(email),
                                Edit.of(Map.of(PersonField.JOB_TITLE, "Director of preparedness"))
                                        .from(Source.EMAIL),
                                stage.crew.tuomas().actor()))
                .fulfilled(30);
    }

    private void open(Stage stage) {
        nearlyLate(stage);
        asks(stage, 16, ERASURE, "liisa.paanala@lumijarvi.example", "I no longer work there. Erase me.", "fi")
                .attested(15, CALLED)
                .extended(9, "The contract's archive has to be gone through by hand for what the law keeps.");
        asks(stage, 11, ACCESS, "nora.engstrom@nordhamn.example", "Vad har ni antecknat om mig?", "sv")
                .suspended(8, "Which of the two ships' registers the question is about is asked back.");
        asks(stage, 6, OBJECTION, "daniel.forsgard@skargardenskraft.example", "Jag motsätter mig behandlingen.", "sv")
                .codeSent(5);
        asks(stage, 4, ACCESS, "tatjana.orlova@merenkulma.example", "Please send me a copy of my data.", "en")
                .attested(3, CALLED);
        asks(stage, 2, ACCESS, "info@jokivoima.example", "Who of us is in your register?", "fi");
        asks(
                stage,
                1,
                RESTRICTION,
                "sampo.kokkola@vartiotorni.example",
                "The number is my private one. Stop using it until you have checked.",
                "fi");
    }

    /** Received a month ago but for two days. */
    private void nearlyLate(Stage stage) {
        var day = stage.today().minusMonths(1).plusDays(2);
        asks(
                        stage,
                        day,
                        ACCESS,
                        "elina.kivela@saarenranta.example",
                        "Haluan kopion kaikesta, mitä minusta on tallennettu.",
                        "fi")
                .attested(26, CALLED);
    }

    private Asked asks(Stage stage, int daysAgo, Right right, String email, String words, String language) {
        return asks(stage, stage.dayOf(stage.daysAgo(daysAgo)), right, email, words, language);
    }

    private Asked asks(Stage stage, LocalDate day, Right right, String email, String words, String language) {
        return new Asked(stage, rights, identity)
                .received(day, new Rights.Received(right, email, null, words, null, language));
    }
}
