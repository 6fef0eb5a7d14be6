package fi.seloste.forms;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The kinds of forms that this house knows how to end: its own two, and those of the modules that say so. */
@Component
class Kinds {

    /** Somebody wants to be written to or called. */
    static final String CONTACT = "contact";
    /** A file for whoever gives an address that answers. */
    static final String DOWNLOAD = "download";

    static final List<String> OURS = List.of(CONTACT, DOWNLOAD);

    private final List<Destination> destinations;

    Kinds(List<Destination> destinations) {
        this.destinations = destinations;
    }

    List<String> codes() {
        return Stream.concat(OURS.stream(), destinations.stream().map(Destination::kind))
                .toList();
    }

    Optional<Destination> destination(String kind) {
        return destinations.stream().filter(one -> one.kind().equals(kind)).findFirst();
    }

    String known(String kind) {
        if (!codes().contains(kind)) {
            throw Problem.invalid("kind", "forms.kind.unknown", Shortened.of(kind), String.join(", ", codes()));
        }
        return kind;
    }
}
