package fi.seloste.marketing;

import fi.seloste.base.SecretLink;
import fi.seloste.notice.Controller;
import fi.seloste.notice.Notice;
import fi.seloste.senders.Outlet;
import fi.seloste.senders.Outlets;
import fi.seloste.store.Headers;
import fi.seloste.store.Parcel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the messages of a campaign: what is the same for everybody is made once. */
@Component
class Messages {

    private final Rendering rendering;
    private final Footers footers;
    private final Notice notice;
    private final Outlets outlets;
    private final ObjectProvider<Following> following;
    private final OwnLinks links;
    private final MergeFields fields;

    Messages(
            Rendering rendering,
            Footers footers,
            Notice notice,
            Outlets outlets,
            ObjectProvider<Following> following,
            OwnLinks links,
            MergeFields fields) {
        this.rendering = rendering;
        this.footers = footers;
        this.notice = notice;
        this.outlets = outlets;
        this.following = following;
        this.links = links;
        this.fields = fields;
    }

    /** A message that may leave, and whose it is. */
    record Ready(Batches.Taken taken, Parcel parcel) {}

    Of of(Campaign campaign) {
        var templates = new LinkedHashMap<String, Rendering.Template>();
        campaign.content()
                .languages()
                .forEach(language -> templates.put(language, rendering.template(campaign.said(), language)));
        var outlet = outlets.of(campaign.plan().sender().chosen());
        return new Of(campaign, outlet, templates, headers(campaign, outlet.domain()), fields.values(campaign));
    }

    /** Where no module follows messages, none is marked. */
    private Following.Trail trail(Campaign campaign, Map<String, Following.Mail> mails) {
        var follows = following.getIfAvailable();
        return follows == null ? new Unfollowed(mails) : follows.of(campaign, mails);
    }

    private record Unfollowed(Map<String, Following.Mail> mails) implements Following.Trail {

        @Override
        public Following.Mail mail(String language) {
            return Objects.requireNonNull(mails.get(language));
        }

        @Override
        public Map<UUID, Following.Marked> mark(Map<UUID, String> secrets) {
            return Map.of();
        }
    }

    /** RFC 2369 and 2919: where a list's help and owner are, and which list it is; RFC 3834: nobody's machine answers it. */
    private Headers headers(Campaign campaign, String domain) {
        var headers = new LinkedHashMap<String, String>();
        // A newsletter is one list through all its issues, so mail programs sort and end it as one.
        var list = campaign.plan().topic() == null
                ? campaign.id().toString()
                : campaign.plan().topic();
        headers.put("List-Id", "<" + list + "." + domain + ">");
        headers.put("List-Help", "<" + footers.url("/notice") + ">");
        var controller = notice.inForce().controller();
        var owner = controller
                .office(Controller.Office.Kind.MARKETING)
                .map(office -> office.reach().email())
                .orElse(controller.reach().email());
        if (owner != null) {
            headers.put("List-Owner", "<mailto:" + owner + ">");
        }
        headers.put("Precedence", "bulk");
        headers.put("Auto-Submitted", "auto-generated");
        // RFC 8058: one POST to the address of the way out, which each message has for itself.
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return Headers.of(headers);
    }

    /** A campaign ready to be written to one reader after another. */
    final class Of {

        private final Campaign campaign;
        private final Outlet outlet;
        private final Headers headers;
        private final OwnValues own;
        private final Following.Trail trail;
        private final Map<String, Print> plain = new HashMap<>();
        private final Map<String, Print> followed = new HashMap<>();

        private Of(
                Campaign campaign,
                Outlet outlet,
                Map<String, Rendering.Template> templates,
                Headers headers,
                OwnValues own) {
            this.campaign = campaign;
            this.outlet = outlet;
            this.headers = headers;
            this.own = own;
            var mails = new LinkedHashMap<String, Following.Mail>();
            templates.forEach((language, one) -> mails.put(language, new Following.Mail(one.html(), one.text())));
            this.trail = trail(campaign, mails);
            templates.forEach((language, one) -> {
                plain.put(language, Print.of(one, links));
                followed.put(language, Print.of(one.as(trail.mail(language)), links));
            });
        }

        Campaign campaign() {
            return campaign;
        }

        /** What its messages say of the company's own fields. */
        OwnValues own() {
            return own;
        }

        Outlet outlet() {
            return outlet;
        }

        /** How messages are followed that were just taken, in the transaction that took them; by the secret of each. */
        Map<UUID, Following.Marked> mark(Map<UUID, String> secrets) {
            return secrets.isEmpty() ? Map.of() : trail.mark(secrets);
        }

        Ready to(Batches.Taken taken, SecretLink link, Following.@Nullable Marked marked) {
            var url = footers.url("/u/" + link.token());
            var who = new Cut.Addressee(taken.reader(), taken.person(), url, marked);
            var prints = marked == null ? plain : followed;
            var print = Objects.requireNonNull(prints.get(campaign.content().languageFor(taken.language())));
            var parcel = new Parcel(
                    taken.id(),
                    "campaign",
                    sender(taken.id()),
                    new Parcel.Whom(taken.address(), taken.person()),
                    print.to(who),
                    headers.and(outlet.marks(taken.id())).and("List-Unsubscribe", "<" + url + ">"));
            return new Ready(taken, parcel);
        }

        Parcel.Sender sender(UUID message) {
            var said = campaign.plan().sender();
            return outlet.sender(said.name(), said.replyTo(), message);
        }
    }
}
