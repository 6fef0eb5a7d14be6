package fi.seloste.marketing;

import fi.seloste.base.PersonId;
import java.util.List;
import java.util.regex.Matcher;
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

    Rendering.Rendered in(Rendering.Rendered message, PersonId reader) {
        var made = message;
        for (var link : links) {
            var beginning = link.beginning();
            if (made.html().contains(beginning)) {
                made = new Rendering.Rendered(
                        made.subject(),
                        replaced(made.html(), beginning, link, reader),
                        replaced(made.text(), beginning, link, reader));
            }
        }
        return made;
    }

    private static String replaced(String text, String beginning, OwnLink link, PersonId reader) {
        // A name that goes on is another address.
        return Pattern.compile(Pattern.quote(beginning) + "([a-z0-9-]+)(?![A-Za-z0-9/_-])")
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(link.of(found.group(1), reader)));
    }
}
