package fi.seloste.marketing;

import fi.seloste.base.SecretLink;
import fi.seloste.notice.Controller;
import fi.seloste.notice.Notice;
import fi.seloste.senders.Outlet;
import fi.seloste.senders.Outlets;
import fi.seloste.store.Parcel;
import java.util.LinkedHashMap;
import java.util.Map;
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

    Messages(
            Rendering rendering,
            Footers footers,
            Notice notice,
            Outlets outlets,
            ObjectProvider<Following> following,
            OwnLinks links) {
        this.rendering = rendering;
        this.footers = footers;
        this.notice = notice;
        this.outlets = outlets;
        this.following = following;
        this.links = links;
    }

    /** A message that may leave, and whose it is. */
    record Ready(Deliveries.Taken taken, Parcel parcel) {}

    Of of(Campaign campaign) {
        var templates = new LinkedHashMap<String, Rendering.Template>();
        campaign.content()
                .languages()
                .forEach(language -> templates.put(language, rendering.template(campaign.said(), language)));
        var outlet = outlets.of(campaign.plan().sender().chosen());
        return new Of(campaign, outlet, templates, headers(campaign, outlet.domain()), trail(campaign, templates));
    }

    /** Where no module follows messages, none is marked. */
    private Following.Trail trail(Campaign campaign, Map<String, Rendering.Template> templates) {
        var mails = new LinkedHashMap<String, Following.Mail>();
        templates.forEach((language, one) -> mails.put(language, new Following.Mail(one.html(), one.text())));
        var follows = following.getIfAvailable();
        return follows == null ? secrets -> Map.of() : follows.of(campaign, mails);
    }

    /** RFC 2369 and 2919: where a list's help and owner are, and which list it is; RFC 3834: nobody's machine answers it. */
    private Map<String, String> headers(Campaign campaign, String domain) {
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
        return headers;
    }

    /** A campaign ready to be written to one reader after another. */
    final class Of {

        private final Campaign campaign;
        private final Outlet outlet;
        private final Map<String, Rendering.Template> templates;
        private final Map<String, String> headers;
        private final Following.Trail trail;

        private Of(
                Campaign campaign,
                Outlet outlet,
                Map<String, Rendering.Template> templates,
                Map<String, String> headers,
                Following.Trail trail) {
            this.campaign = campaign;
            this.outlet = outlet;
            this.templates = Map.copyOf(templates);
            this.headers = Map.copyOf(headers);
            this.trail = trail;
        }

        Campaign campaign() {
            return campaign;
        }

        Outlet outlet() {
            return outlet;
        }

        /** How messages are followed that were just taken, in the transaction that took them; by the secret of each. */
        Map<UUID, Following.Marked> mark(Map<UUID, String> secrets) {
            return secrets.isEmpty() ? Map.of() : trail.mark(secrets);
        }

        Ready to(Deliveries.Taken taken, SecretLink link, Following.@Nullable Marked marked) {
            var url = footers.url("/u/" + link.token());
            var words = links.in(marked(template(taken.language()), marked).to(taken.reader(), url), taken.person());
            var parcel = new Parcel(
                    taken.id(),
                    "campaign",
                    sender(taken.id()),
                    new Parcel.Whom(taken.address(), taken.person()),
                    new Parcel.Words(words.subject(), words.text(), words.html()),
                    withWayOut(url, outlet.marks(taken.id())));
            return new Ready(taken, parcel);
        }

        Parcel.Sender sender(UUID message) {
            var said = campaign.plan().sender();
            return outlet.sender(said.name(), said.replyTo(), message);
        }

        private static Rendering.Template marked(Rendering.Template template, Following.@Nullable Marked marked) {
            if (marked == null) {
                return template;
            }
            var mail = marked.in(template.language());
            return new Rendering.Template(template.language(), marked.subject(), mail.html(), mail.text());
        }

        Rendering.Template template(String language) {
            return java.util.Objects.requireNonNull(
                    templates.get(campaign.content().languageFor(language)));
        }

        /** RFC 8058: one POST to this address, and whoever reads the message gets no other. */
        private Map<String, String> withWayOut(String url, Map<String, String> marks) {
            var all = new LinkedHashMap<>(headers);
            all.putAll(marks);
            all.put("List-Unsubscribe", "<" + url + ">");
            all.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            return all;
        }
    }
}
