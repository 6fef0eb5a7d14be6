package fi.seloste.events;

import fi.seloste.notice.Notice;
import fi.seloste.store.Relay;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import net.fortuna.ical4j.validate.ValidationException;
import org.springframework.stereotype.Component;

/**
 * Events as calendars take them (RFC 5545, 5546). The UID of a registration stays, and the sequence grows with each change of time or place, so that a
 * calendar moves what it has and does not show it twice. Each registration has a UID of its own: two people may share a mailbox.
 */
@Component
class Calendars {

    static final String FILE = "event.ics";
    private static final String PRODUCT = "-//Seloste//Events//EN";

    private final Notice notice;
    private final Relay relay;
    private final Passes passes;
    private final Clock clock;
    private volatile boolean quiet;

    Calendars(Notice notice, Relay relay, Passes passes, Clock clock) {
        this.notice = notice;
        this.relay = relay;
        this.passes = passes;
        this.clock = clock;
    }

    /** Whose it is, in which language, and where their own page is. */
    record To(UUID id, Participation.Guest guest, String url, int again) {}

    /** An invitation that was accepted by registering. */
    String request(Event event, To to) {
        return invited(event, to, false);
    }

    /** Takes it out of the calendar again. */
    String cancel(Event event, To to) {
        return invited(event, to, true);
    }

    private String invited(Event event, To to, boolean over) {
        var language = to.guest().language();
        var shown = shown(event, language, to.id(), to.url());
        shown.add(new Sequence(
                event.course().sequence() + 2 * to.again() + (over && event.state() != Event.State.CANCELLED ? 1 : 0)));
        shown.add(over ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        var answers = passes.toReply(to.id());
        shown.add(organizer(answers == null ? relay.from() : answers));
        var attendee = new Attendee(mailto(to.guest().email()));
        if (!to.guest().told().isEmpty()) {
            attendee.add(new Cn(named(to.guest().told())));
        }
        attendee.add(Role.REQ_PARTICIPANT);
        attendee.add(over ? PartStat.DECLINED : PartStat.ACCEPTED);
        attendee.add(answers == null ? Rsvp.FALSE : Rsvp.TRUE); // no program is asked to answer where nobody reads it
        shown.add(attendee);
        return written(over ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST, event, shown);
    }

    /** For everybody: what and when, and whose it is. */
    String published(Event event, String language, String url) {
        var shown = shown(event, language, event.id(), url);
        shown.add(new Sequence(event.course().sequence()));
        shown.add(
                event.state() == Event.State.CANCELLED
                        ? ImmutableStatus.VEVENT_CANCELLED
                        : ImmutableStatus.VEVENT_CONFIRMED);
        shown.add(organizer(relay.from()));
        return written(ImmutableMethod.PUBLISH, event, shown);
    }

    private VEvent shown(Event event, String language, UUID id, String url) {
        var words = event.in(language);
        var zone = registry().getTimeZone(event.times().zone().getId());
        if (zone == null) {
            throw new IllegalStateException(
                    "no calendar zone for " + event.times().zone());
        }
        var shown = new VEvent(false);
        shown.add(new Uid(id + "@" + domain()));
        shown.add(new DtStamp(clock.instant()));
        shown.add(new DtStart<>(event.times().start()));
        shown.add(new DtEnd<>(event.times().end()));
        shown.add(new Summary(words.name()));
        if (!words.where().isEmpty()) {
            shown.add(new Location(words.where()));
        }
        shown.add(new Description(
                words.description().isEmpty() ? url : words.description().replace("\r", "") + "\n\n" + url));
        shown.add(new Url(URI.create(url)));
        return shown;
    }

    private String written(Method method, Event event, VEvent shown) {
        var calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        calendar.add(registry().getTimeZone(event.times().zone().getId()).getVTimeZone());
        calendar.add(shown);
        var out = new StringWriter();
        try {
            new CalendarOutputter().output(calendar, out);
        } catch (IOException | ValidationException e) {
            throw new IllegalStateException("the calendar of event " + event.id() + " is not whole", e);
        }
        return out.toString();
    }

    /** The zones come with the library; it must not fetch newer ones from elsewhere by itself. */
    private TimeZoneRegistry registry() {
        if (!quiet) {
            System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
            quiet = true;
        }
        return Zones.KNOWN;
    }

    private static final class Zones {
        static final TimeZoneRegistry KNOWN =
                TimeZoneRegistryFactory.getInstance().createRegistry();
    }

    private Organizer organizer(String address) {
        var organizer = new Organizer(mailto(address));
        organizer.add(new Cn(named(notice.inForce().controller().identity().name())));
        return organizer;
    }

    private String domain() {
        return relay.from().substring(relay.from().lastIndexOf('@') + 1);
    }

    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A parameter of a property cannot hold a quotation mark at all, nor a line break (RFC 5545, 3.2). */
    private static String named(String name) {
        return name.replace('"', '\'').replaceAll("\\p{Cntrl}", " ");
    }
}
