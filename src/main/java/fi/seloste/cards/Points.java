package fi.seloste.cards;

import fi.seloste.register.ContactPoint;
import fi.seloste.register.PersonCard;
import fi.seloste.register.PostalAddress;
import java.time.LocalDate;
import java.util.List;

/** How somebody is reached, as a page shows it: what is in use first, then what has ended. */
public record Points(Viewpoint at, PersonCard.Reached reached, LocalDate today) {

    public List<ContactPoint> of(String kind) {
        var all = reached.of(ContactPoint.Kind.of(kind));
        return java.util.stream.Stream.concat(
                        all.stream().filter(p -> p.isCurrent(today)),
                        all.stream().filter(p -> !p.isCurrent(today)))
                .toList();
    }

    public List<PostalAddress> addresses() {
        return reached.addresses();
    }

    public boolean hasEnded(ContactPoint point) {
        return !point.isCurrent(today);
    }

    /** What opens it: mail, telephone, the site. */
    public String opens(ContactPoint point) {
        return switch (point.kind()) {
            case EMAIL -> "mailto:" + point.value();
            case PHONE -> "tel:" + point.value().replaceFirst(";.*", "");
            case WEBSITE -> point.value().matches("(?i)https?://.*") ? point.value() : "https://" + point.value();
            case HANDLE -> "";
        };
    }
}
