package fi.seloste.demo;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.consents.Agreement;
import fi.seloste.consents.Aim;
import fi.seloste.consents.Channel;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Proof;
import fi.seloste.consents.Way;
import fi.seloste.consents.Wording;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people of the story agreed to: a newsletter in their language, being measured, being named; and some thought better of it. */
@Component
@Profile("demo")
class Yes implements Chapter {

    static final String NEWS = "consented-marketing";
    static final Wording.Text FI = new Wording.Text(
            "Haluan Varautumiskirjeen sähköpostiini enintään kerran kuussa. Voin perua tilauksen milloin tahansa.",
            "fi");
    static final Wording.Text SV = new Wording.Text(
            "Jag vill ha Beredskapsbrevet per e-post högst en gång i månaden. Jag kan avsluta prenumerationen när som helst.",
            "sv");
    static final Wording.Text EN = new Wording.Text(
            "I would like the Readiness letter by e-mail, at most once a month. I can end it at any time.", "en");
    private static final Wording.Text EVENTS = new Wording.Text(
            "Saammeko kutsua sinut tapahtumiimme ja kertoa uutisista sähköpostitse? Suostumuksen voi perua milloin tahansa.",
            "fi");
    private static final Wording.Text MEASURED = new Wording.Text(
            "Saatte tallentaa, minkä viestien linkkejä seuraan. Suostumus on voimassa vuoden ja sen voi perua milloin tahansa.",
            "fi");
    private static final Wording.Text NAMED = new Wording.Text(
            "Nimeni, tehtäväni ja kuvani saa julkaista asiakastarinassa Hälytin Oy:n verkkosivustolla.", "fi");

    private final Consents consents;
    private final Purposes purposes;

    Yes(Consents consents, Purposes purposes) {
        this.consents = consents;
        this.purposes = purposes;
    }

    @Override
    public void lay(Stage stage) {
        var letter = new Aim(NEWS, Newsstand.LETTER);
        byForm(stage, 214, "elina.kivela@saarenranta.example", letter, FI, null);
        byForm(stage, 190, "miika.halmela@kuitukoski.example", letter, FI, null);
        byForm(stage, 96, "ada.koskinen@jokivoima.example", letter, FI, null);
        byForm(stage, 88, "joakim.sjoberg@bjorkvik.example", letter, SV, null);
        byForm(stage, 120, "rosa.haddad@lounatuuli.example", letter, EN, null);
        byForm(stage, 180, "laura.niskanen@keskuslinna.example", letter, FI, null);
        byForm(stage, 171, "nora.engstrom@nordhamn.example", letter, SV, null);
        byForm(stage, 150, "kaisa.rautala@pohjanranta.example", letter, FI, null);
        byForm(stage, 131, "tatjana.orlova@merenkulma.example", letter, EN, null);
        byForm(stage, 118, "daniel.forsgard@skargardenskraft.example", letter, SV, null);
        byForm(stage, 64, "hanna.tolvonen@koivujoki.example", letter, FI, null);
        byForm(stage, 52, "pia.nurmela@taitola.example", letter, FI, null);
        byForm(stage, 95, "ada.koskinen@jokivoima.example", Aim.of("response-measurement"), MEASURED, 365);
        byForm(stage, 61, "matti.korhola@kirkasvesi.example", Aim.of("response-measurement"), MEASURED, 365);
        noted(stage, 75, "ada.koskinen@jokivoima.example", Aim.of(NEWS), EVENTS);
        noted(stage, 70, "otto.valkeapaa@rautapyora.example", Aim.of(NEWS), EVENTS);
        noted(stage, 66, "ilari.vesala@keskuslinna.example", Aim.of(NEWS), EVENTS);
        signed(stage, 58, "sampo.kokkola@vartiotorni.example", Aim.of("references"), NAMED);
        backed(stage, 21, "miika.halmela@kuitukoski.example");
        backed(stage, 7, "rosa.haddad@lounatuuli.example");
    }

    private void byForm(Stage stage, int daysAgo, String email, Aim aim, Wording.Text text, @Nullable Integer days) {
        var at = stage.daysAgo(daysAgo);
        stage.apart(at, () -> {
            var person = stage.person(email);
            var until = days == null ? null : stage.dayOf(at).plusDays(days);
            var manner = by(Channel.FORM, Proof.Kind.DOUBLE_OPT_IN, null);
            give(person, new Agreement(aim, text, manner, until), Actor.subject(person));
        });
    }

    private void noted(Stage stage, int daysAgo, String email, Aim aim, Wording.Text text) {
        stage.apart(stage.daysAgo(daysAgo), () -> {
            var manner = by(Channel.PHONE, Proof.Kind.NOTED, "Jenny Sandberg read the words aloud and heard yes");
            give(
                    stage.person(email),
                    new Agreement(aim, text, manner, null),
                    stage.crew.jenny().actor());
        });
    }

    private void signed(Stage stage, int daysAgo, String email, Aim aim, Wording.Text text) {
        stage.apart(stage.daysAgo(daysAgo), () -> {
            var manner = by(Channel.PAPER, Proof.Kind.SIGNED, "Folder “References”, paper 4");
            give(
                    stage.person(email),
                    new Agreement(aim, text, manner, null),
                    stage.crew.jenny().actor());
        });
    }

    private void give(PersonId person, Agreement agreed, Actor actor) {
        purposes.as(Purpose.RIGHTS, () -> consents.give(person, agreed, actor));
    }

    private static Agreement.Manner by(Channel channel, Proof.Kind kind, @Nullable String note) {
        return new Agreement.Manner(channel, new Proof(kind, note), null);
    }

    private void backed(Stage stage, int daysAgo, String email) {
        stage.apart(
                stage.daysAgo(daysAgo),
                () -> purposes.as(
                        Purpose.RIGHTS,
                        () -> consents.withdrawAll(
                                stage.person(email),
                                Way.PHONE,
                                stage.crew.jenny().actor())));
    }
}
