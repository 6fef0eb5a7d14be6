package fi.seloste.demo;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.consents.Way;
import fi.seloste.marketing.Block;
import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Content;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.PictureDesk;
import fi.seloste.marketing.Sending;
import fi.seloste.newsletters.Newsletters;
import fi.seloste.newsletters.Restraint;
import fi.seloste.newsletters.Rhythm;
import fi.seloste.newsletters.SignUp;
import fi.seloste.newsletters.SigningUp;
import fi.seloste.newsletters.Subscriptions;
import fi.seloste.newsletters.Topic;
import fi.seloste.store.Purposes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Two newsletters, one of them with issues that went out; who wants it less often, who wants nothing else, and somebody who has not confirmed yet. */
@Component
@Profile("demo")
class Newsstand implements Chapter {

    static final String LETTER = "varautumiskirje";
    private static final String EVENTS = "tapahtumat";

    private final Newsletters newsletters;
    private final Subscriptions subscriptions;
    private final SigningUp signingUp;
    private final Marketing marketing;
    private final Sending sending;
    private final PictureDesk pictures;
    private final Purposes purposes;

    Newsstand(
            Newsletters newsletters,
            Subscriptions subscriptions,
            SigningUp signingUp,
            Marketing marketing,
            Sending sending,
            PictureDesk pictures,
            Purposes purposes) {
        this.newsletters = newsletters;
        this.subscriptions = subscriptions;
        this.signingUp = signingUp;
        this.marketing = marketing;
        this.sending = sending;
        this.pictures = pictures;
        this.purposes = purposes;
    }

    @Override
    public void lay(Stage stage) {
        var jenny = stage.crew.jenny().actor();
        stage.apart(stage.daysAgo(232), () -> founded(jenny));
        issue(stage, 47, "Readiness letter 3/2026", "issue-storm.json", null);
        issue(
                stage,
                12,
                "Readiness letter 4/2026",
                "issue-winter.json",
                Map.of(
                        "fi", "Lumisia kuusia ja voimalinja talvi-illassa",
                        "sv", "Snöiga granar och en kraftledning i vinterkvällen",
                        "en", "Snowy spruces and a power line on a winter evening"));
        chosen(stage, 30, "laura.niskanen@keskuslinna.example", Rhythm.QUARTERLY, null);
        chosen(stage, 9, "tatjana.orlova@merenkulma.example", Rhythm.MONTHLY, Restraint.SUBSCRIBED_ONLY);
        stage.apart(
                stage.daysAgo(1),
                () -> signingUp.ask(
                        List.of(LETTER, EVENTS), new SignUp.Who("varma.uusi@valkama.example", null, "fi", null)));
    }

    private void founded(Actor jenny) {
        newsletters.add(
                LETTER,
                new Topic.Plan(Yes.NEWS, Topic.Frequency.MONTHLY, true, true),
                Map.of(
                        "fi",
                        new Topic.Words(
                                "Varautumiskirje",
                                "Harjoituksista, häiriöistä ja siitä, mitä niistä on opittu. Kirjoittajat päivystävät itse.",
                                Yes.FI.words(),
                                "Tervetuloa lukijaksi. Seuraava numero lähtee kuun alussa."),
                        "sv",
                        new Topic.Words(
                                "Beredskapsbrevet",
                                "Om övningar, störningar och vad man har lärt sig av dem. De som skriver har själva jour.",
                                Yes.SV.words(),
                                "Välkommen som läsare. Nästa nummer går i början av månaden."),
                        "en",
                        new Topic.Words(
                                "Readiness letter",
                                "About exercises, disturbances, and what was learnt from them. Whoever writes is on call too.",
                                Yes.EN.words(),
                                "Welcome. The next issue leaves at the beginning of the month.")),
                jenny);
        newsletters.add(
                EVENTS,
                new Topic.Plan(Yes.NEWS, Topic.Frequency.SELDOM, true, false),
                Map.of(
                        "fi",
                        new Topic.Words(
                                "Tapahtumakutsut", "Käyttäjäpäivät, webinaarit ja messut, joilla olemme.", "", ""),
                        "sv",
                        new Topic.Words(
                                "Inbjudningar", "Användardagar, webbinarier och mässor där vi är med.", "", "")),
                jenny);
    }

    private void issue(Stage stage, int daysAgo, String name, String words, @Nullable Map<String, String> drawn) {
        Instant at = stage.daysAgo(daysAgo);
        stage.apart(at, () -> {
            var plan = new Campaign.Plan(
                    name, Yes.NEWS, LETTER, new Campaign.Sender("Jenny Sandberg, Halytin", null), null, 0);
            var written = JsonMapper.shared().readValue(Script.bytes(words), Content.class);
            var content = drawn == null ? written : illustrated(written, drawn, stage);
            var id = marketing.add(plan, content, stage.crew.jenny().actor());
            marketing.send(id, stage.crew.jenny().actor());
            while (marketing.get(id).state() == Campaign.State.SENDING) {
                sending.run();
            }
        });
    }

    /** With a picture from the library below its heading. */
    private Content illustrated(Content written, Map<String, String> shows, Stage stage) {
        var picture = pictures.add(
                "winter-evening.png", WinterEvening.drawn(), stage.crew.jenny().actor());
        var blocks = new ArrayList<>(written.blocks());
        blocks.add(1, new Block(Block.Kind.IMAGE, picture.url(), shows));
        return new Content(written.languages(), written.subjects(), written.why(), blocks);
    }

    private void chosen(Stage stage, int daysAgo, String email, Rhythm rhythm, @Nullable Restraint restraint) {
        stage.apart(stage.daysAgo(daysAgo), () -> {
            PersonId person = stage.person(email);
            var topic = newsletters.shown(LETTER);
            purposes.asSubject(person, () -> {
                subscriptions.pace(person, topic, rhythm, Actor.subject(person));
                subscriptions.choose(person, restraint, Way.LINK, Actor.subject(person));
                return true;
            });
        });
    }
}
