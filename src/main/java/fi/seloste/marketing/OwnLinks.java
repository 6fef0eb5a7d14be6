package fi.seloste.marketing;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the links in a message its reader's own. */
@Component
class OwnLinks {

    private final List<OwnLink> links;

    OwnLinks(ObjectProvider<OwnLink> links) {
        this.links = links.orderedStream().toList();
    }

    Cut in(Cut words) {
        var cut = words;
        for (var link : links) {
            // A name that goes on is another address.
            var address = Pattern.compile(Pattern.quote(link.beginning()) + "([a-z0-9-]+)(?![A-Za-z0-9/_-])");
            cut = cut.at(address, found -> {
                var name = found.group(1);
                return who -> link.of(name, Objects.requireNonNull(who.person()));
            });
        }
        return cut;
    }
}
