package fi.seloste.marketing;

import fi.seloste.notice.DeclaredPurpose;
import fi.seloste.notice.LawfulBasis;
import fi.seloste.notice.Notice;
import fi.seloste.senders.Senders;
import fi.seloste.store.Purpose;
import fi.seloste.store.Relay;
import fi.seloste.ui.Said;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Looks a campaign over before it leaves. What is wrong blocks it; nobody can press it away. */
@Component
class Checks {

    /** Gmail shows no more than 102 kB of a message and cuts the end off, where the way out stands. */
    private static final int LARGEST = 100_000;

    private static final int LONGEST_SUBJECT = 150;

    private final Notice notice;
    private final Rendering rendering;
    private final Footers footers;
    private final Relay relay;
    private final Senders senders;
    private final TopicSource topics;
    private final Pictures pictures;
    private final HouseRules rules;
    private final Environment environment;

    Checks(
            Notice notice,
            Rendering rendering,
            Footers footers,
            Relay relay,
            Senders senders,
            TopicSource topics,
            Pictures pictures,
            HouseRules rules,
            Environment environment) {
        this.notice = notice;
        this.rendering = rendering;
        this.footers = footers;
        this.relay = relay;
        this.senders = senders;
        this.topics = topics;
        this.pictures = pictures;
        this.rules = rules;
        this.environment = environment;
    }

    /** Purposes of the notice on which a campaign may stand: marketing by legitimate interests. */
    List<DeclaredPurpose> grounds() {
        return notice.inForce().purposesOpening(Purpose.MARKETING).stream()
                .filter(one -> one.basis() == LawfulBasis.LEGITIMATE_INTERESTS)
                .toList();
    }

    List<Check> of(Campaign campaign, Targeting.Reach reach) {
        var content = campaign.said();
        return Stream.of(
                        ground(campaign),
                        each("why", content, language -> content.why(language).isEmpty() ? "missing" : null),
                        audience(campaign, reach.reached()),
                        frequency(campaign.plan(), reach),
                        sender(campaign.plan().sender()),
                        domain(campaign.plan().sender()),
                        server(campaign.plan().sender()),
                        each("subject", content, language -> subject(content, language)),
                        each("content", content, language -> words(content, language)),
                        fields(content),
                        links(content),
                        each("images", content, language -> images(content, language)),
                        footer(content))
                .toList();
    }

    /** Of what goes to one at a time it is not asked whom it reaches. */
    List<Check> ofLasting(Campaign campaign) {
        return of(campaign, Targeting.Reach.NOBODY).stream()
                .filter(one -> !one.code().equals("audience"))
                .toList();
    }

    private Check ground(Campaign campaign) {
        if (campaign.plan().topic() != null) {
            return subscribed(campaign.plan());
        }
        return grounds().stream()
                .filter(one -> one.id().equals(campaign.plan().purpose()))
                .findFirst()
                .map(one -> Check.passed("ground", one.name()))
                .orElse(Check.failed("ground", "undeclared"));
    }

    /** Art. 6(1)(a): what was agreed to is a newsletter for its purpose, and only that may be sent because of it. */
    private Check subscribed(Campaign.Plan plan) {
        var rests = notice.inForce().purposesOpening(Purpose.MARKETING).stream()
                .anyMatch(one -> one.id().equals(plan.purpose()) && one.basis() == LawfulBasis.CONSENT);
        return topics.find(plan.topic())
                .filter(one -> rests && one.purpose().equals(plan.purpose()))
                .map(one -> Check.passed("ground", one.name()))
                .orElse(Check.failed("ground", "topic"));
    }

    private static Check audience(Campaign campaign, int reached) {
        if (campaign.plan().audience() == null && campaign.plan().topic() == null) {
            return Check.failed("audience", "missing");
        }
        return reached == 0 ? Check.failed("audience", "nobody") : Check.passed("audience", reached);
    }

    /** Blocks nothing: whoever has had enough is left out one by one, now and at each message. */
    private Check frequency(Campaign.Plan plan, Targeting.Reach reach) {
        var cap = rules.now().cap();
        if (plan.topic() != null) {
            return new Check("frequency", true, Said.of("marketing.check.frequency.newsletter"));
        }
        return cap.most() == null
                ? new Check("frequency", true, Said.of("marketing.check.frequency.none"))
                : Check.passed("frequency", cap.most(), cap.days(), reach.of(RecentDeliveries.REASON));
    }

    private Check sender(Campaign.Sender said) {
        if (said.chosen() == null) {
            return said.name().isEmpty()
                    ? Check.failed("sender", "missing")
                    : Check.passed("sender", said.name(), relay.from());
        }
        var face = senders.get(said.chosen()).face();
        return Check.passed("sender", said.name().isEmpty() ? face.name() : said.name(), face.address());
    }

    /** What the house's own address needs is its mail server's matter; mail that does not leave needs nothing. */
    private Check domain(Campaign.Sender said) {
        if (said.chosen() == null) {
            return new Check("domain", true, Said.of("marketing.check.domain.house"));
        }
        var sender = senders.get(said.chosen());
        var wrong = sender.wrong();
        if (sender.isReady()) {
            return Check.passed("domain", sender.domain().name());
        }
        if (staysHere()) {
            return new Check("domain", true, Said.of("marketing.check.server.outbox"));
        }
        return wrong == null
                ? Check.failed("domain", "unknown", sender.domain().name())
                : Check.failed(
                        "domain",
                        "wrong",
                        sender.domain().name(),
                        Said.of("senders.kind." + wrong.kind().code()),
                        Said.of("senders.finding." + wrong.kind().code() + "." + wrong.code()));
    }

    private boolean leaves(Campaign.Sender said) {
        return relay.leaves()
                || (said.chosen() != null && senders.get(said.chosen()).pool() != null);
    }

    private boolean staysHere() {
        return !relay.leaves() && environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** Mail that leaves must carry links that lead somewhere; the demonstration's mail stays in its outbox. */
    private Check server(Campaign.Sender said) {
        if (staysHere() || !leaves(said)) {
            return staysHere()
                    ? new Check("server", true, Said.of("marketing.check.server.outbox"))
                    : Check.failed("server", "missing");
        }
        return footers.isReachable() ? Check.passed("server", footers.url("")) : Check.failed("server", "address");
    }

    private static Check each(
            String code, Content content, Function<String, @org.jspecify.annotations.Nullable String> wrong) {
        for (var language : content.languages()) {
            var why = wrong.apply(language);
            if (why != null) {
                return Check.failed(code, why, Said.of("lists.language." + language));
            }
        }
        return Check.passed(code);
    }

    private static @org.jspecify.annotations.Nullable String subject(Content content, String language) {
        var subject = content.subject(language);
        return subject.isEmpty() ? "missing" : subject.length() > LONGEST_SUBJECT ? "long" : null;
    }

    private static @org.jspecify.annotations.Nullable String words(Content content, String language) {
        var spoken = content.blocks().stream()
                .filter(block -> block.kind() != Block.Kind.DIVIDER && block.kind() != Block.Kind.IMAGE)
                .toList();
        if (spoken.stream().noneMatch(block -> !block.in(language).isEmpty())) {
            return "empty";
        }
        return spoken.stream().anyMatch(block -> block.in(language).isEmpty()) ? "untranslated" : null;
    }

    private static @org.jspecify.annotations.Nullable String images(Content content, String language) {
        return content.blocks().stream()
                        .anyMatch(block -> block.kind() == Block.Kind.IMAGE
                                && block.in(language).isEmpty())
                ? "alt"
                : null;
    }

    private static Check fields(Content content) {
        var texts = new ArrayList<String>();
        content.languages().forEach(language -> {
            texts.add(content.subject(language));
            texts.add(content.why(language));
            content.blocks().forEach(block -> texts.add(block.in(language)));
        });
        content.blocks().forEach(block -> texts.add(block.url()));
        return texts.stream()
                .flatMap(text -> MergeField.unknown(text).stream())
                .findFirst()
                .map(name -> Check.failed("fields", "unknown", name))
                .orElse(Check.passed("fields"));
    }

    private Check links(Content content) {
        return content.blocks().stream()
                .filter(block -> block.kind().hasUrl())
                .flatMap(block -> wrongUrl(block).stream())
                .findFirst()
                .orElseGet(() -> content.languages().stream()
                        .flatMap(language -> content.blocks().stream()
                                .filter(block -> block.kind() == Block.Kind.TEXT)
                                .flatMap(block -> Jsoup.parseBodyFragment(Rendering.paragraphs(block.in(language)))
                                        .select("a[href]")
                                        .eachAttr("href")
                                        .stream()))
                        .filter(url -> !isAddress(url, List.of("https", "http", "mailto", "tel")))
                        .findFirst()
                        .map(url -> Check.failed("links", "broken", url))
                        .orElse(Check.passed("links")));
    }

    private Optional<Check> wrongUrl(Block block) {
        if (block.url().isEmpty()) {
            return Optional.of(Check.failed("links", block.kind().code()));
        }
        if (block.kind() == Block.Kind.IMAGE && Picture.isOurs(block.url())) {
            return pictures.known(List.of(block.url().substring(Picture.PATH.length())))
                            .isEmpty()
                    ? Optional.of(Check.failed("links", "picture", block.url()))
                    : Optional.empty();
        }
        var allowed = block.kind() == Block.Kind.IMAGE ? List.of("https") : List.of("https", "http", "mailto", "tel");
        return isAddress(block.url(), allowed)
                ? Optional.empty()
                : Optional.of(Check.failed("links", "broken", block.url()));
    }

    private static boolean isAddress(String text, List<String> schemes) {
        try {
            var url = new URI(text);
            return url.getScheme() != null
                    && schemes.contains(url.getScheme().toLowerCase(java.util.Locale.ROOT))
                    && (url.isOpaque()
                            || (url.getHost() != null && url.getHost().contains(".")));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Looks at the mail itself: what was meant to be in it must have come through. */
    private Check footer(Content content) {
        for (var language : content.languages()) {
            var mail = rendering.template(content, language);
            var size = mail.html().getBytes(StandardCharsets.UTF_8).length;
            if (size > LARGEST) {
                return Check.failed("footer", "size", size / 1000, LARGEST / 1000);
            }
            var leads = Jsoup.parse(mail.html()).select("a[href]").eachAttr("href");
            var name = notice.inForce().controller().identity().name();
            if (!leads.contains(MergeField.WAY_OUT)
                    || !leads.contains(footers.url("/notice"))
                    || !mail.text().contains(MergeField.WAY_OUT)
                    || !mail.text().contains(name)) {
                return Check.failed("footer", "lost");
            }
        }
        return Check.passed("footer");
    }
}
