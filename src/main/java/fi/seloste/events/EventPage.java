package fi.seloste.events;

import fi.seloste.base.Paged;
import fi.seloste.ui.View;
import java.util.List;

/** One event: what it is, how many come, who they are as far as the purpose sees them, and what can be done. */
public record EventPage(Event event, Told told, Numbers numbers, Guests guests, Around around, String as)
        implements View {

    /** As it is said in the viewer's language, and the address that everybody may be given. */
    public record Told(String name, String when, String closes, String url, List<String> questions) {}

    /** Letters before it, and campaigns about it. */
    public record Around(List<Integer> reminders, List<Invitation> invitations) {}

    public String url() {
        return "/events/" + event.id();
    }

    /** A page of those who come, wait or come no more; those with a place whom the purpose does not see are counted, and not named. */
    public record Guests(Participation.Group group, Paged<Participation> page, int hidden) {}

    public boolean shows(Participation.Group group) {
        return guests.group() == group;
    }

    /** How full it is, in percent; 0 where there is room for any number. */
    public int filled() {
        var capacity = event.plan().seats().capacity();
        return capacity == null ? 0 : Math.min(100, numbers.registered() * 100 / capacity);
    }
}
