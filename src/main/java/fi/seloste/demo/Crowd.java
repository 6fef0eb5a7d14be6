package fi.seloste.demo;

import fi.seloste.informing.Informing;
import fi.seloste.register.Affiliation;
import fi.seloste.register.Ban;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.Party;
import fi.seloste.register.Source;
import fi.seloste.register.Tagging;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Everybody else who works at the organisations, by chance: names, titles, sources, and some who want no marketing. */
@Component
@Profile("demo")
class Crowd implements Chapter {

    private static final List<Source> OF_CUSTOMERS = List.of(
            Source.REGISTRATION, Source.SERVICE_USE, Source.EMAIL, Source.PHONE, Source.CONTRACT, Source.MEETING);
    private static final List<Source> OF_PROSPECTS =
            List.of(Source.MET_IN_PERSON, Source.OWN_FORM, Source.PHONE, Source.PUBLIC_WEB, Source.PUBLIC_WEB);
    private static final List<String> REASONS =
            List.of("asked by phone", "asked by e-mail", "unsubscribed from the newsletter", "said so at the fair");

    private final Arrivals arrivals;
    private final Tagging tagging;
    private final MarketingBan bans;
    private final Diary diary;
    private final Informing informing;

    private final Map<String, List<String>> given = Script.words("given.txt");
    private final Map<String, List<String>> family = Script.words("family.txt");
    private final Map<String, List<String>> titles = Script.phrases("titles.txt");
    private final List<String> tags = Script.lines("tags.txt").getFirst();

    Crowd(Arrivals arrivals, Tagging tagging, MarketingBan bans, Diary diary, Informing informing) {
        this.arrivals = arrivals;
        this.tagging = tagging;
        this.bans = bans;
        this.diary = diary;
        this.informing = informing;
    }

    @Override
    public void lay(Stage stage) {
        var taken = new HashSet<String>();
        Script.lines("cast.txt").forEach(line -> taken.add(line.get(1)));
        Firm.all().forEach(firm -> {
            for (int i = 0; i < firm.heads(); i++) {
                enter(human(firm, i, taken, stage), stage);
            }
        });
    }

    private void enter(Human human, Stage stage) {
        var firm = human.post().firm();
        boolean found = human.source() == Source.PUBLIC_WEB;
        boolean told = found && stage.chance.oneIn(3);
        int since = found
                ? told ? stage.chance.between(32, firm.since() - 3) : stage.chance.between(1, 26)
                : Math.max(stage.chance.between(3, firm.since() - 3), stage.chance.between(3, firm.since() - 3));
        var at = stage.daysAgo(since);
        stage.customer(at, () -> arrivals.add(human, at, stage));
        if (told) {
            // Art. 14(3)(a): within a month.
            stage.apart(
                    stage.daysAgo(since - 20, at),
                    () -> informing.write(
                            List.of(stage.person(human.email())),
                            stage.crew.sirpa().actor()));
        }
        if (stage.chance.oneIn(4)) {
            var tag = stage.chance.of(tags);
            stage.customer(
                    stage.daysAgo(since / 2, at),
                    () -> tagging.add(
                            Party.of(stage.person(human.email())),
                            tag,
                            firm.owner(stage.crew).actor()));
        }
        if (human.source().isOfSubject()) {
            diary.of(human, at, since, stage);
            banned(human, at, since, stage);
        }
    }

    private void banned(Human human, Instant came, int since, Stage stage) {
        if (stage.chance.oneIn(22)) {
            var ban = Ban.because(stage.chance.of(REASONS));
            var at = stage.daysAgo(since / 3, came);
            stage.customer(
                    at,
                    () -> bans.ban(
                            stage.person(human.email()),
                            ban,
                            stage.crew.tuomas().actor()));
        }
    }

    private Human human(Firm firm, int place, Set<String> taken, Stage stage) {
        var tongue = tongue(firm, stage.chance);
        var name = name(tongue, taken, stage.chance);
        var known = titles.getOrDefault(firm.segment(), List.of());
        var title = known.get(place % known.size());
        return new Human(
                name,
                Arrivals.email(name, firm),
                firm.domain().equals("nordhamn") ? stage.numbers.swedish() : stage.numbers.mobile(),
                new Human.Post(firm, title.replaceAll("[*!$]", ""), roles(title, place)),
                stage.chance.of(firm.isProspect() ? OF_PROSPECTS : OF_CUSTOMERS),
                tongue.equals("xx") ? "en" : tongue);
    }

    private static String tongue(Firm firm, Chance chance) {
        if (chance.oneIn(12)) {
            return "xx";
        }
        boolean minority = chance.oneIn(firm.speaksSwedish() ? 5 : 16);
        return firm.speaksSwedish() != minority ? "sv" : "fi";
    }

    private String name(String tongue, Set<String> taken, Chance chance) {
        while (true) {
            var name = chance.of(given.getOrDefault(tongue, List.of())) + " "
                    + chance.of(family.getOrDefault(tongue, List.of()));
            if (taken.add(name)) {
                return name;
            }
        }
    }

    /** The first with a title that goes with a role holds it; the marks stand in the list of titles. */
    private static Set<Affiliation.Role> roles(String title, int place) {
        if (place > 9) {
            return Set.of();
        }
        var roles = new HashSet<Affiliation.Role>();
        if (title.contains("*")) {
            roles.add(Affiliation.Role.MAIN_USER);
        }
        if (title.contains("!")) {
            roles.add(Affiliation.Role.DECISION_MAKER);
        }
        if (title.contains("$")) {
            roles.add(Affiliation.Role.INVOICING_CONTACT);
        }
        return roles;
    }
}
