package fi.seloste.onward;

import fi.seloste.forms.Destination;
import fi.seloste.forms.Field;
import fi.seloste.newsletters.Newsletters;
import fi.seloste.newsletters.SignUp;
import fi.seloste.newsletters.SigningUp;
import fi.seloste.newsletters.Topic;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Option;
import fi.seloste.ui.Said;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Sign-up to a newsletter by a form: at the newsletter's own door, which writes to the address and asks there, in the newsletter's own words, whether
 * its reader agrees.
 */
@Component
class ToNewsletters implements Destination {

    private final Newsletters newsletters;
    private final SigningUp signingUp;
    private final Purposes purposes;

    ToNewsletters(Newsletters newsletters, SigningUp signingUp, Purposes purposes) {
        this.newsletters = newsletters;
        this.signingUp = signingUp;
        this.purposes = purposes;
    }

    @Override
    public String kind() {
        return "newsletter";
    }

    @Override
    public List<Option> targets(Locale language) {
        return open().stream()
                .map(one ->
                        new Option(one.slug(), one.in(language.getLanguage()).name()))
                .toList();
    }

    @Override
    public Optional<Said> obstacle(String target) {
        if (target.isEmpty()) {
            return Optional.of(Said.of("forms.target.missing"));
        }
        return open().stream().anyMatch(one -> one.slug().equals(target))
                ? Optional.empty()
                : Optional.of(Said.of("forms.newsletter.closed"));
    }

    @Override
    public Set<Field.Kind> takes() {
        return EnumSet.of(Field.Kind.NAME, Field.Kind.EMAIL);
    }

    @Override
    public Optional<String> purpose(String target) {
        return open().stream()
                .filter(one -> one.slug().equals(target))
                .map(one -> one.plan().purpose())
                .findFirst();
    }

    @Override
    public Set<Field.Kind> needs(String target) {
        return Set.of();
    }

    @Override
    public void take(Arrived arrived) {
        var sender = arrived.sender();
        signingUp.ask(
                List.of(arrived.target()), new SignUp.Who(sender.email(), sender.name(), sender.language(), null));
    }

    /** As anybody may see them, whatever purpose runs. */
    private List<Topic> open() {
        return purposes.apart(Purpose.SUBJECT, newsletters::open);
    }
}
