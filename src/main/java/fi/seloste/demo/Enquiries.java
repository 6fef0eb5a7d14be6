package fi.seloste.demo;

import fi.seloste.base.AccountId;
import fi.seloste.consents.Aim;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Wording;
import fi.seloste.events.Event;
import fi.seloste.events.Events;
import fi.seloste.forms.Content;
import fi.seloste.forms.Form;
import fi.seloste.forms.Forms;
import fi.seloste.forms.Visiting;
import fi.seloste.store.Job;
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What visitors of the company's site filled in: requests to be called, and a guide that is handed out to whoever confirms an address. */
@Component
@Profile("demo")
class Enquiries implements Chapter {

    private static final Pattern LINK = Pattern.compile("/f/confirm/([A-Za-z0-9_-]{32})");
    private static final int LETTERS = 100;
    private static final String CONTACT = "contact";
    private static final String GUIDE = "preparedness-guide";
    private static final String LETTER = "readiness-letter";
    private static final String DAY = "user-day";

    private final Forms forms;
    private final Visiting visiting;
    private final Consents consents;
    private final Events events;
    private final Mail mail;
    private final List<Job> jobs;
    private final Purposes purposes;

    Enquiries(
            Forms forms,
            Visiting visiting,
            Consents consents,
            Events events,
            Mail mail,
            List<Job> jobs,
            Purposes purposes) {
        this.forms = forms;
        this.visiting = visiting;
        this.consents = consents;
        this.events = events;
        this.mail = mail;
        this.jobs = jobs;
        this.purposes = purposes;
    }

    @Override
    public void lay(Stage stage) {
        var made = stage.daysAgo(80);
        stage.apart(made, () -> build(stage));
        guide(stage, 33, made, "Henna Salmela", "henna.salmela@rantatori.example", "fi");
        guide(stage, 12, made, "Viktor Holm", "viktor.holm@fyrlund.example", "sv");
        asks(
                stage,
                19,
                made,
                "fi",
                answers(
                        "Jarkko Niemelä",
                        "jarkko.niemela@tuulipuisto.example",
                        "Tuulipuisto Pohjoinen",
                        "Tarjous",
                        "Etsimme hälytyspalvelua neljälle toimipaikalle. Voisitteko soittaa ensi viikolla?"));
        asks(
                stage,
                3,
                made,
                "fi",
                answers(
                        "Maarit Leppälahti",
                        "maarit.leppalahti@saariston-apu.example",
                        "Saariston apu ry",
                        "Esittely",
                        "Haluaisimme nähdä palvelun ennen syysharjoitusta."));
        var known = answers(
                "Ada Koskinen",
                Turns.ADA,
                "Jokivoima Oy",
                "Muu asia",
                "Vaihdoimme puhelinvaihteen numeroa; kenelle siitä kerrotaan?");
        asks(stage, 6, made, "fi", known);
        stage.apart(stage.daysAgo(5, stage.daysAgo(6, made)), () -> confirms(Turns.ADA));
        asks(
                stage,
                1,
                made,
                "en",
                answers(
                        "Priya Raman",
                        "priya.raman@northgate.example",
                        "Northgate Logistics",
                        "A quote",
                        "We are opening a terminal in Turku and need alerts in three languages."));
        onward(stage);
    }

    /** Two forms that lead elsewhere: to the letter, and to the day that is ahead. */
    private void onward(Stage stage) {
        var made = stage.daysAgo(15);
        stage.apart(made, () -> {
            var jenny = stage.crew.jenny().actor();
            forms.publish(made("Readiness letter", LETTER, "newsletter", Newsstand.LETTER, stage), jenny);
            forms.publish(made("User day", DAY, "event", ahead(), stage), jenny);
        });
        onward(stage, 8, made, LETTER, Map.of("name", "Kerttu Aaltola", "email", "kerttu.aaltola@kuusisto.example"));
        onward(
                stage,
                4,
                made,
                DAY,
                Map.of(
                        "name", "Severi Manninen",
                        "email", "severi.manninen@tuulipuisto.example",
                        "organisation", "Tuulipuisto Pohjoinen"));
    }

    private void onward(Stage stage, int daysAgo, Instant after, String slug, Map<String, String> answers) {
        stage.apart(stage.daysAgo(daysAgo, after), () -> work("forms-intake", visiting.send(slug, "fi", answers)));
    }

    private String ahead() {
        return purposes.as(Purpose.MARKETING, () -> events.coming()).stream()
                .filter(one -> one.state() == Event.State.OPEN)
                .findFirst()
                .orElseThrow()
                .slug();
    }

    private static Map<String, String> answers(String name, String email, String firm, String about, String message) {
        return Map.of("name", name, "email", email, "organisation", firm, "choice1", about, "message", message);
    }

    /** Somebody asks, and the house goes on with it; who is unknown and worked for it needs no letter. */
    private void asks(Stage stage, int daysAgo, Instant after, String language, Map<String, String> answers) {
        stage.apart(
                stage.daysAgo(daysAgo, after), () -> work("forms-intake", visiting.send(CONTACT, language, answers)));
    }

    private void guide(Stage stage, int daysAgo, Instant after, String name, String email, String language) {
        var sent = stage.daysAgo(daysAgo, after);
        stage.apart(sent, () -> {
            work(
                    "forms-intake",
                    visiting.send(GUIDE, language, Map.of("name", name, "email", email, "consent1", "yes")));
        });
        stage.apart(stage.daysAgo(daysAgo, sent), () -> confirms(email));
    }

    private void confirms(String email) {
        link(email).ifPresent(token -> {
            var arrival = visiting.confirm(token);
            if (arrival != null) {
                work("forms-intake", arrival);
                work("forms-consents", arrival);
            }
        });
    }

    private Optional<String> link(String email) {
        return mail.newest(LETTERS).stream()
                .filter(letter -> letter.recipient().equals(email))
                .map(letter -> LINK.matcher(letter.body()))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> found.group(1));
    }

    /** Right away, on the day that is told; asked for by the start as well, it finds nothing left to do. */
    private void work(String job, UUID instance) {
        jobs.stream().filter(one -> one.name().equals(job)).forEach(one -> one.run(instance.toString()));
    }

    private void build(Stage stage) {
        var jenny = stage.crew.jenny().actor();
        purposes.as(Purpose.MARKETING, () -> {
            var aim = new Aim("consented-marketing", "");
            words(
                    aim,
                    "fi",
                    "Saammeko kutsua sinut tapahtumiimme ja kertoa uutisista sähköpostitse? Suostumuksen voi perua milloin tahansa.",
                    stage);
            words(
                    aim,
                    "sv",
                    "Får vi bjuda in dig till våra evenemang och berätta nyheter per e-post? Samtycket kan återkallas när som helst.",
                    stage);
            words(
                    aim,
                    "en",
                    "May we invite you to our events and tell you news by e-mail? You can take this back at any time.",
                    stage);
        });
        var sites = List.of("https://www.halytin.example");
        var contact =
                made("Contact request", CONTACT, "contact", stage.crew.tuomas().id(), 2, sites, stage);
        forms.publish(contact, jenny);
        var guide = made("Preparedness guide", GUIDE, "download", null, 0, sites, stage);
        forms.handOut(guide, "varautumisopas.txt", new ByteArrayInputStream(Script.bytes("form-guide.txt")), jenny);
        forms.publish(guide, jenny);
    }

    private void words(Aim aim, String language, String words, Stage stage) {
        consents.write(
                aim, new Wording.Text(words, language), stage.crew.jenny().actor());
    }

    private UUID made(String name, String slug, String kind, String target, Stage stage) {
        var content = JsonMapper.shared().readValue(Script.bytes("form-" + kind + ".json"), Content.class);
        var plan = new Form.Plan(name, slug, kind, new Form.Handling(null, 0, false, target), List.of());
        return forms.add(plan, content, stage.crew.jenny().actor());
    }

    private UUID made(
            String name,
            String slug,
            String kind,
            @Nullable AccountId owner,
            int days,
            List<String> sites,
            Stage stage) {
        var content = JsonMapper.shared().readValue(Script.bytes("form-" + kind + ".json"), Content.class);
        var plan = new Form.Plan(name, slug, kind, new Form.Handling(owner, days, false, ""), sites);
        return forms.add(plan, content, stage.crew.jenny().actor());
    }
}
