package fi.seloste.responses;

import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Following;
import fi.seloste.store.PublicAddress;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes ready how the messages of a campaign are followed, once for a run of the process and for what the notice says. The secrets of crowds stay in
 * memory: after a restart there are others, and the old links go on leading where they led.
 */
@Component
class Trails implements Following {

    private static final int REMEMBERED = 20;
    /** Of this house's own pages only forms are followed: the way out, the notice and people's own pages are nobody's business. */
    private static final String FORMS = "/f/";

    private final Ground ground;
    private final Links links;
    private final Crowds crowds;
    private final Traces traces;
    private final PublicAddress house;
    private final Purposes purposes;
    private final Map<UUID, Made> made = Collections.synchronizedMap(new Remembered());

    Trails(Ground ground, Links links, Crowds crowds, Traces traces, PublicAddress house, Purposes purposes) {
        this.ground = ground;
        this.links = links;
        this.crowds = crowds;
        this.traces = traces;
        this.house = house;
        this.purposes = purposes;
    }

    private record Made(Ground.Now ground, Map<String, Mail> mails, Trail trail) {

        boolean isOf(Ground.Now now, Map<String, Mail> then) {
            return ground.equals(now) && mails.equals(then);
        }
    }

    @Override
    public Trail of(Campaign campaign, Map<String, Mail> mails) {
        var now = ground.now();
        var known = made.get(campaign.id());
        if (known != null && known.isOf(now, mails)) {
            return known.trail();
        }
        var trail = now.isDeclared() ? followed(campaign.id(), now, mails) : unfollowed(mails);
        made.put(campaign.id(), new Made(now, Map.copyOf(mails), trail));
        return trail;
    }

    /** Links stay as they were written; what was decided about the subject holds all the same. */
    private Trail unfollowed(Map<String, Mail> mails) {
        return new UnfollowedTrail(mails);
    }

    private final class UnfollowedTrail implements Trail {

        private final Map<String, Mail> mails;

        UnfollowedTrail(Map<String, Mail> mails) {
            this.mails = mails;
        }

        @Override
        public Mail mail(String language) {
            return Objects.requireNonNull(mails.get(language));
        }

        @Override
        public Map<UUID, Marked> mark(Map<UUID, String> secrets) {
            var marked = new HashMap<UUID, Marked>();
            traces.subjects(secrets.keySet()).forEach((id, subject) -> marked.put(id, new Words(subject, null)));
            return marked;
        }
    }

    /** The subject of a message, and the secret in its links where any are followed. */
    private final class Words implements Marked {

        private final String subject;
        private final byte @Nullable [] secret;

        Words(String subject, byte @Nullable [] secret) {
            this.subject = subject;
            this.secret = secret;
        }

        @Override
        public String subject() {
            return subject;
        }

        @Override
        public String address(int place) {
            var token = new Token(Objects.requireNonNull(secret), place).written();
            return house.of(place == Token.OPEN ? "/o/" + token + ".gif" : "/c/" + token);
        }
    }

    private Trail followed(UUID campaign, Ground.Now now, Map<String, Mail> mails) {
        return purposes.as(Purpose.MARKETING, () -> {
            var byLanguage = new LinkedHashMap<String, List<String>>();
            mails.forEach((language, mail) -> byLanguage.put(language, Slots.links(mail, this::isOurs)));
            var places = links.keep(campaign, byLanguage);
            var marked = new HashMap<String, Mail>();
            mails.forEach((language, mail) -> marked.put(language, Slots.of(mail, places)));
            return new CampaignTrail(campaign, now, Map.copyOf(marked), sharing(campaign, now));
        });
    }

    private boolean isOurs(String url) {
        return url.startsWith(house.of("/")) && !url.startsWith(house.of(FORMS));
    }

    /** For each kind of reader the crowd that it is counted in, with a secret of this run. */
    private Map<Crowd, Shared> sharing(UUID campaign, Ground.Now now) {
        var known = crowds.of(campaign);
        var waiting = crowds.waiting(campaign, now);
        var readers = new LinkedHashMap<Crowd, Integer>();
        waiting.forEach(kind -> readers.put(kind.crowd(), kind.sharing()));
        var in = Crowd.sharing(readers);
        for (var kind : waiting) {
            var counted = in.getOrDefault(kind.crowd(), Crowd.ALL);
            known.computeIfAbsent(kind.crowd(), crowd -> crowds.add(campaign, crowd, kind.people(), counted));
        }
        var secrets = new HashMap<Crowd, Shared>();
        var shared = new HashMap<Crowd, Shared>();
        in.put(Crowd.ALL, Crowd.ALL);
        in.forEach((kind, crowd) ->
                shared.put(kind, secrets.computeIfAbsent(crowd, wide -> shared(campaign, wide, known))));
        return shared;
    }

    private Shared shared(UUID campaign, Crowd crowd, Map<Crowd, UUID> known) {
        var id = known.computeIfAbsent(crowd, wide -> crowds.add(campaign, wide, 0, wide));
        var secret = Token.chance();
        crowds.share(id, secret);
        return new Shared(id, secret);
    }

    private record Shared(UUID crowd, byte[] secret) {}

    private final class CampaignTrail implements Trail {

        private final UUID campaign;
        private final Ground.Now ground;
        private final Map<String, Mail> mails;
        private final Map<Crowd, Shared> shared;

        CampaignTrail(UUID campaign, Ground.Now ground, Map<String, Mail> mails, Map<Crowd, Shared> shared) {
            this.campaign = campaign;
            this.ground = ground;
            this.mails = mails;
            this.shared = shared;
        }

        @Override
        public Map<UUID, Marked> mark(Map<UUID, String> secrets) {
            var own = new HashMap<UUID, byte[]>();
            var prints = new HashMap<UUID, String>();
            secrets.forEach((id, wayOut) -> {
                var secret = Token.secretOf(wayOut);
                own.put(id, secret);
                prints.put(id, Token.printOf(secret));
            });
            var rest = Objects.requireNonNull(shared.get(Crowd.ALL));
            var marked = new HashMap<UUID, Marked>();
            for (var taken : traces.take(campaign, ground, rest.crowd(), prints)) {
                var secret = taken.personal()
                        ? Objects.requireNonNull(own.get(taken.deliveryId()))
                        : shared.getOrDefault(taken.crowd(), rest).secret();
                marked.put(taken.deliveryId(), new Words(taken.subject(), secret));
            }
            return marked;
        }

        @Override
        public Mail mail(String language) {
            return Objects.requireNonNull(mails.get(language));
        }
    }

    private static final class Remembered extends LinkedHashMap<UUID, Made> {

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Made> eldest) {
            return size() > REMEMBERED;
        }
    }
}
