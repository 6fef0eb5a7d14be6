package fi.seloste.demo;

import fi.seloste.marketing.Approval;
import fi.seloste.marketing.Approving;
import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Content;
import fi.seloste.marketing.Criteria;
import fi.seloste.marketing.Criteria.Condition;
import fi.seloste.marketing.Criteria.Group;
import fi.seloste.marketing.Criteria.Match;
import fi.seloste.marketing.HouseRule;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.Ruling;
import fi.seloste.marketing.Sending;
import fi.seloste.marketing.Targeting;
import fi.seloste.marketing.Templating;
import fi.seloste.marketing.Unsubscribing;
import fi.seloste.responses.Trial;
import fi.seloste.responses.Trying;
import fi.seloste.store.Mail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * An audience of those who carry a tag, and two campaigns: one that went out in three languages, was opened and followed, came back from some and made somebody leave by its link, and one that waits as
 * a draft in the name of a sender with a domain of its own, with two subjects to be tried, for a second person's word. The first is
 * kept as a template.
 */
@Component
@Profile("demo")
class Mailings implements Chapter {

    private static final Pattern WAY_OUT = Pattern.compile("/u/([A-Za-z0-9_-]{43})");
    private static final int LETTERS = 400;

    private final Targeting targeting;
    private final Marketing marketing;
    private final Sending sending;
    private final Unsubscribing unsubscribing;
    private final Trying trying;
    private final Templating templating;
    private final Ruling ruling;
    private final Approving approving;
    private final Echo echo;
    private final Mail mail;
    private final Postroom postroom;

    Mailings(
            Targeting targeting,
            Marketing marketing,
            Sending sending,
            Unsubscribing unsubscribing,
            Trying trying,
            Templating templating,
            Ruling ruling,
            Approving approving,
            Echo echo,
            Mail mail,
            Postroom postroom) {
        this.targeting = targeting;
        this.marketing = marketing;
        this.sending = sending;
        this.unsubscribing = unsubscribing;
        this.trying = trying;
        this.templating = templating;
        this.ruling = ruling;
        this.approving = approving;
        this.echo = echo;
        this.mail = mail;
        this.postroom = postroom;
    }

    @Override
    public void lay(Stage stage) {
        var sent = new AtomicReference<UUID>();
        var waits = new AtomicReference<UUID>();
        // Days before a weekend fall together, so each says what it comes after.
        var written = stage.daysAgo(41);
        var left = stage.daysAgo(40, written);
        stage.apart(written, () -> sent.set(autumn(stage)));
        stage.apart(left, () -> leaves(Objects.requireNonNull(sent.get()), stage));
        stage.apart(left.plus(Duration.ofMinutes(5)), () -> postroom.someComeBack(Objects.requireNonNull(sent.get())));
        for (int i = 0; i < Echo.HOURS.length; i++) {
            int hour = i;
            stage.apart(left.plus(Duration.ofMinutes(25 + 60L * Echo.HOURS[i])), () -> echo.sound(hour, left));
        }
        stage.apart(stage.daysAgo(36, left.plus(Duration.ofDays(3))), this::somebodyLeaves);
        stage.apart(left.plus(Duration.ofDays(21)), () -> fairgoers(stage));
        stage.apart(left.plus(Duration.ofDays(22)), () -> learners(stage));
        stage.apart(
                left.plus(Duration.ofDays(23)),
                () -> templating.keep(
                        Objects.requireNonNull(sent.get()),
                        "Season letter",
                        stage.crew.jenny().actor()));
        var drafted = stage.daysAgo(2);
        stage.apart(drafted, () -> waits.set(day(stage)));
        stage.apart(
                drafted.plus(Duration.ofHours(20)),
                () -> aSecondPersonIsAsked(Objects.requireNonNull(waits.get()), stage));
    }

    private UUID autumn(Stage stage) {
        var criteria = new Criteria(
                Match.ALL,
                List.of(
                        new Group(
                                Match.ANY,
                                false,
                                List.of(new Condition("role", "main-user"), new Condition("role", "decision-maker"))),
                        new Group(Match.ANY, true, List.of(new Condition("source", "bought-list")))));
        var house = new Campaign.Sender("Jenny Sandberg, Halytin", null);
        return made(stage, "Main users and decision makers", criteria, house, "campaign-autumn.json");
    }

    /** Kept for the next fair: whom we met at one or at the day of users, who speak Finnish or Swedish. */
    private void fairgoers(Stage stage) {
        var met = new Group(
                Match.ANY,
                false,
                List.of(
                        new Condition("tag", "safety fair 2025"),
                        new Condition("tag", "safety fair 2026"),
                        new Condition("tag", "user day 2026")));
        var spoken =
                new Group(Match.ANY, false, List.of(new Condition("language", "fi"), new Condition("language", "sv")));
        targeting.add(
                "Met at a fair",
                new Criteria(Match.ALL, List.of(met, spoken)),
                stage.crew.jenny().actor());
    }

    /** By the company's own fields: who wants to hear of exercises, at customers that are large or have the largest plan. */
    private void learners(Stage stage) {
        var topic = new Group(Match.ALL, false, List.of(new Condition("own:wants-to-hear-of", "Exercises")));
        var large = new Group(
                Match.ANY,
                false,
                List.of(new Condition("own:users-of-the-service:from", "200"), new Condition("own:plan", "Crisis")));
        targeting.add(
                "Exercises at large customers",
                new Criteria(Match.ALL, List.of(topic, large)),
                stage.crew.jenny().actor());
    }

    private UUID day(Stage stage) {
        var criteria = new Criteria(
                Match.ALL, List.of(new Group(Match.ALL, false, List.of(new Condition("role", "decision-maker")))));
        var id = made(
                stage,
                "Decision makers",
                criteria,
                new Campaign.Sender("", null, postroom.sender(stage)),
                "campaign-day.json");
        var another = Map.of(
                "fi", "Neljä organisaatiota kertoo, miten ne selvisivät",
                "sv", "Fyra organisationer berättar hur de klarade det");
        trying.plan(id, 0, new Trial.Plan(30, 4, List.of(another)));
        return id;
    }

    /** From now on nobody of the house sends alone; it is one colleague's turn to look. */
    private void aSecondPersonIsAsked(UUID id, Stage stage) {
        var now = ruling.now();
        ruling.set(
                new HouseRule(now.version(), true, now.cap()), stage.crew.aino().actor());
        var wish =
                new Approval.Wish(stage.crew.aino().id().value(), "Is the place in the second paragraph right?", null);
        approving.ask(id, wish, stage.crew.jenny().actor(), stage.crew.jenny().id());
    }

    private UUID made(Stage stage, String audience, Criteria criteria, Campaign.Sender sender, String words) {
        var jenny = stage.crew.jenny().actor();
        var id = targeting.add(audience, criteria, jenny);
        var name = sender.chosen() == null ? "Autumn letter" : "Invitation to the preparedness day";
        var plan = new Campaign.Plan(name, "role-marketing", sender, id, 0);
        var content = JsonMapper.shared().readValue(Script.bytes(words), Content.class);
        return marketing.add(plan, content, jenny);
    }

    private void leaves(UUID id, Stage stage) {
        marketing.send(id, stage.crew.jenny().actor());
        while (marketing.get(id).state() == Campaign.State.SENDING) {
            sending.run();
        }
    }

    private void somebodyLeaves() {
        mail.newest(LETTERS).stream()
                .filter(letter -> letter.kind().equals("campaign"))
                .filter(letter -> !letter.recipient().equals(Turns.ADA))
                .map(letter -> WAY_OUT.matcher(letter.body()))
                .filter(java.util.regex.Matcher::find)
                .findFirst()
                .ifPresent(link -> unsubscribing.unsubscribe(link.group(1)));
    }
}
