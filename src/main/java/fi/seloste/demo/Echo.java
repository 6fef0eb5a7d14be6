package fi.seloste.demo;

import fi.seloste.responses.Intake;
import fi.seloste.store.Mail;
import java.time.Instant;
import java.util.Random;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What readers of a campaign did with it: many opened it within hours, some the day after, a few followed the link; and machines looked at it too. */
@Component
@Profile("demo")
class Echo {

    /** Hours after it left in which somebody did something. */
    static final int[] HOURS = {0, 1, 2, 3, 4, 6, 9, 20, 21, 22, 23, 26, 30, 44, 47, 70};

    private static final Pattern LINK = Pattern.compile("/c/([A-Za-z0-9_-]{32})");
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String PROXY = "Mozilla/5.0 (via ggpht.com GoogleImageProxy)";
    private static final String SCANNER = "Barracuda Sentinel (EE)";
    private static final int LETTERS = 400;

    private final Mail mail;
    private final Intake intake;

    Echo(Mail mail, Intake intake) {
        this.mail = mail;
        this.intake = intake;
    }

    /** One of the hours, of what left at that moment or after it. */
    void sound(int hour, Instant left) {
        mail.newest(LETTERS).stream()
                .filter(letter -> letter.kind().equals("campaign"))
                .filter(letter -> !letter.queuedAt().isBefore(left))
                .forEach(letter -> reader(letter.recipient(), letter.body(), hour));
        intake.flush();
    }

    private void reader(String recipient, String body, int hour) {
        var link = LINK.matcher(body);
        if (!link.find()) {
            return;
        }
        var chance = new Random(recipient.hashCode());
        boolean known = recipient.equals(Turns.ADA) || recipient.equals(Turns.MATTI);
        boolean reads = chance.nextInt(100) < 46 || known;
        int when = (int) (Math.pow(chance.nextDouble(), 1.7) * HOURS.length);
        boolean follows = chance.nextInt(100) < 34 || known;
        int machine = chance.nextInt(100);
        var from = "192.0.2." + Math.floorMod(recipient.hashCode(), 250);
        if (hour == 0 && machine < 14) {
            open(link.group(1), machine < 9 ? PROXY : SCANNER, from);
        }
        if (hour == 0 && machine < 6) {
            intake.follow(link.group(1), new Intake.Asker("HEAD", SCANNER, from));
        }
        if (reads && when == hour) {
            open(link.group(1), BROWSER, from);
            if (follows) {
                intake.follow(link.group(1), new Intake.Asker("GET", BROWSER, from));
            }
        }
    }

    private void open(String link, String agent, String from) {
        intake.picture(link).ifPresent(picture -> intake.open(picture, new Intake.Asker("GET", agent, from)));
    }
}
