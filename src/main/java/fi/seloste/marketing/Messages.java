package fi.seloste.marketing;

import fi.seloste.notice.Controller;
import fi.seloste.notice.Notice;
import fi.seloste.store.Parcel;
import fi.seloste.store.Relay;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the messages of a campaign: what is the same for everybody is made once. */
@Component
class Messages {

    private final Rendering rendering;
    private final Footers footers;
    private final Notice notice;
    private final Relay relay;

    Messages(Rendering rendering, Footers footers, Notice notice, Relay relay) {
        this.rendering = rendering;
        this.footers = footers;
        this.notice = notice;
        this.relay = relay;
    }

    /** A message that may leave, and whose it is. */
    record Ready(Deliveries.Taken taken, Parcel parcel) {}

    Of of(Campaign campaign) {
        var templates = new LinkedHashMap<String, Rendering.Template>();
        campaign.content()
                .languages()
                .forEach(language -> templates.put(language, rendering.template(campaign.said(), language)));
        return new Of(campaign, templates, headers(campaign));
    }

    /** RFC 2369 and 2919: where a list's help and owner are, and which list it is; RFC 3834: nobody's machine answers it. */
    private Map<String, String> headers(Campaign campaign) {
        var headers = new LinkedHashMap<String, String>();
        var domain = relay.from().substring(relay.from().lastIndexOf('@') + 1);
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
        private final Map<String, Rendering.Template> templates;
        private final Map<String, String> headers;

        private Of(Campaign campaign, Map<String, Rendering.Template> templates, Map<String, String> headers) {
            this.campaign = campaign;
            this.templates = Map.copyOf(templates);
            this.headers = Map.copyOf(headers);
        }

        Campaign campaign() {
            return campaign;
        }

        Ready to(Deliveries.Taken taken, WaysOut.Link link) {
            var url = footers.url("/u/" + link.token());
            var words = template(taken.language()).to(taken.reader(), url);
            var parcel = new Parcel(
                    taken.id(),
                    "campaign",
                    new Parcel.Sender(
                            campaign.plan().sender().name(),
                            campaign.plan().sender().replyTo()),
                    new Parcel.Whom(taken.address(), taken.person()),
                    new Parcel.Words(words.subject(), words.text(), words.html()),
                    withWayOut(url));
            return new Ready(taken, parcel);
        }

        Rendering.Template template(String language) {
            return java.util.Objects.requireNonNull(
                    templates.get(campaign.content().languageFor(language)));
        }

        /** RFC 8058: one POST to this address, and whoever reads the message gets no other. */
        private Map<String, String> withWayOut(String url) {
            var all = new LinkedHashMap<>(headers);
            all.put("List-Unsubscribe", "<" + url + ">");
            all.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            return all;
        }
    }
}
