package fi.seloste.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person's page shows beside the timeline. What the running purpose may not read is empty, not an error. */
public record PersonCard(
        Person person,
        Reached reached,
        List<Affiliation> affiliations,
        List<String> tags,
        List<CustomField.Value> values,
        List<Note> pinned,
        List<Note> tasks,
        List<Lamp> lamps,
        List<Twin> twins,
        Presence presence) {

    public record Reached(List<ContactPoint> points, List<PostalAddress> addresses) {

        public List<ContactPoint> emails() {
            return of(ContactPoint.Kind.EMAIL);
        }

        public List<ContactPoint> phones() {
            return of(ContactPoint.Kind.PHONE);
        }

        public List<ContactPoint> of(ContactPoint.Kind kind) {
            return points.stream().filter(p -> p.kind() == kind).toList();
        }
    }

    /** Why this person is here: from where, by whom, for what role, since when told, and until when kept. */
    public record Presence(
            Origin origin, @Nullable String addedBy, Person.Informing informing, EndOfKeeping.@Nullable End end) {}
}
