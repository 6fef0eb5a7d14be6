package fi.seloste.demo;

import fi.seloste.base.PersonId;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Affiliation;
import fi.seloste.register.Ban;
import fi.seloste.register.Edit;
import fi.seloste.register.Employment;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.Merging;
import fi.seloste.register.Note;
import fi.seloste.register.Party;
import fi.seloste.register.PersonField;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What happened with the people whom the story calls by name: a new title, a ban, changes of job, somebody who is there twice. */
@Component
@Profile("demo")
class Turns implements Chapter {

    static final String ADA = "ada.koskinen@jokivoima.example";
    static final String MATTI = "matti.korhola@kirkasvesi.example";
    static final String BORIS = "boris.lindqvist@jokivoima.example";

    private final Register register;
    private final Employment employment;
    private final MarketingBan bans;
    private final Merging merging;
    private final Arrivals arrivals;
    private final Diary diary;

    Turns(
            Register register,
            Employment employment,
            MarketingBan bans,
            Merging merging,
            Arrivals arrivals,
            Diary diary) {
        this.register = register;
        this.employment = employment;
        this.bans = bans;
        this.merging = merging;
        this.arrivals = arrivals;
        this.diary = diary;
    }

    @Override
    public void lay(Stage stage) {
        ada(stage);
        boris(stage);
        moves(stage);
        twice(stage);
        looks(stage);
    }

    private void ada(Stage stage) {
        var crew = stage.crew;
        wrote(
                stage,
                409,
                ADA,
                Note.Kind.MEETING,
                "Met at the stand in Tampere. Looks for alarms to the depots.",
                crew.tuomas());
        wrote(
                stage,
                371,
                ADA,
                Note.Kind.CALL,
                "Pilot of 40 users agreed, starts with the control room.",
                crew.tuomas());
        wrote(
                stage,
                240,
                ADA,
                Note.Kind.CALL,
                "Pilot done: everybody reached in six minutes. Contract for 120 users.",
                crew.tuomas());
        wrote(
                stage,
                96,
                ADA,
                Note.Kind.MAIL,
                "Asked for the invoice reference of the second quarter; sent.",
                crew.salla());
        wrote(
                stage,
                22,
                ADA,
                Note.Kind.MEETING,
                "Yearly review with Boris Lindqvist. Wants the contract for the Tampere depot added from January; asks for a price with 40 users.",
                crew.tuomas());
        wrote(
                stage,
                8,
                ADA,
                Note.Kind.CALL,
                "The alarm group does not reach the night shift: its area was still the old depot. Corrected together.",
                crew.salla());
        stage.customer(
                stage.daysAgo(29),
                () -> register.change(
                        stage.person(ADA),
                        Edit.of(Map.of(PersonField.JOB_TITLE, "Purchasing manager"))
                                .from(Source.EMAIL),
                        crew.salla().actor()));
        task(stage, 3, ADA, "Call about the price for the Tampere depot, 40 users", 2);
    }

    private void boris(Stage stage) {
        wrote(
                stage,
                22,
                BORIS,
                Note.Kind.MEETING,
                "Yearly review with Ada Koskinen. Keeps the decision about the depot.",
                stage.crew.tuomas());
        wrote(
                stage,
                286,
                BORIS,
                Note.Kind.CALL,
                "Wants no newsletters and no calls about new products; service messages are fine.",
                stage.crew.tuomas());
        stage.customer(
                stage.daysAgo(285),
                () -> bans.ban(
                        stage.person(BORIS),
                        Ban.because("asked by phone"),
                        stage.crew.tuomas().actor()));
    }

    private void moves(Stage stage) {
        stage.customer(
                stage.daysAgo(60),
                () -> employment.changeJob(
                        stage.person("otto.valkeapaa@rautapyora.example"),
                        new Employment.Job(
                                stage.organisation("rautapyora"),
                                stage.organisation("merenkulma"),
                                "Terminal director",
                                stage.today().minusDays(59)),
                        stage.crew.tuomas().actor()));
        stage.customer(
                stage.daysAgo(34),
                () -> employment.markAsLeft(
                        stage.person("liisa.paanala@lumijarvi.example"),
                        stage.organisation("lumijarvi"),
                        stage.today().minusDays(34),
                        stage.crew.tuomas().actor()));
    }

    /** Two who are one and wait to be found, and two who were found. */
    private void twice(Stage stage) {
        again(stage, "kirkasvesi", "Korhola Matti", "matti.korhola+userday@kirkasvesi.example", "0162", 120);
        again(stage, "lounatuuli", "R. Haddad", "rosa.haddad+webinar@lounatuuli.example", "0159", 48);
        again(stage, "nordhamn", "Nora Engstrom", "nora.engstrom@nordhamn-ship.example", "0156", 75);
        var merged = again(stage, "kuitukoski", "Mika Halmela", "miika.halmela+fair@kuitukoski.example", "0155", 130);
        stage.customer(
                stage.daysAgo(12),
                () -> merging.merge(
                        stage.person("miika.halmela@kuitukoski.example"),
                        stage.person(merged),
                        Set.of(),
                        stage.crew.tuomas().actor()));
    }

    private String again(Stage stage, String domain, String name, String email, String tail, int daysAgo) {
        var firm = Firm.called(domain);
        var post = new Human.Post(firm, "", Set.<Affiliation.Role>of());
        var human = new Human(name, email, Numbers.mobile(tail), post, Source.OWN_FORM, "fi");
        var at = stage.daysAgo(daysAgo);
        stage.customer(at, () -> arrivals.add(human, at, stage));
        return email;
    }

    /** Whoever works with a person looks at the person: each look is kept, and the person can see when. */
    private void looks(Stage stage) {
        for (int daysAgo : new int[] {22, 8, 3, 1}) {
            look(stage, daysAgo, ADA, daysAgo == 8 ? stage.crew.salla() : stage.crew.tuomas());
        }
        look(stage, 22, BORIS, stage.crew.tuomas());
    }

    private void look(Stage stage, int daysAgo, String email, Crew.Mate by) {
        stage.customer(stage.daysAgo(daysAgo), () -> {
            PersonId id = stage.person(email);
            register.card(id, Evidence.How.PAGE, by.actor());
        });
    }

    private void task(Stage stage, int daysAgo, String email, String text, int dueIn) {
        Instant at = stage.daysAgo(daysAgo);
        stage.customer(
                at,
                () -> diary.write(
                        Party.of(stage.person(email)),
                        new Note.New(Note.Kind.TASK, text, at, stage.today().plusDays(dueIn)),
                        stage.crew.tuomas()));
    }

    private void wrote(Stage stage, int daysAgo, String email, Note.Kind kind, String text, Crew.Mate by) {
        Instant at = stage.daysAgo(daysAgo);
        stage.customer(at, () -> diary.write(Party.of(stage.person(email)), new Note.New(kind, text, at, null), by));
    }
}
