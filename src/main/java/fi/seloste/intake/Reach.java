package fi.seloste.intake;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** How somebody can be reached. The first of each kind is the main one; labels are empty where the file has none. */
public record Reach(List<Email> emails, List<Phone> phones, List<PostalAddress> addresses) {

    static final Reach NONE = new Reach(List.of(), List.of(), List.of());

    public record Email(EmailAddress address, String label) {}

    public record Phone(PhoneNumber number, String label) {}

    /** The country is its ISO code. */
    public record PostalAddress(String label, String street, String postalCode, String city, String country) {}

    public boolean isEmpty() {
        return emails.isEmpty() && phones.isEmpty() && addresses.isEmpty();
    }

    Reach with(Reach other) {
        return new Reach(
                once(emails, other.emails, email -> email.address().canonical()),
                once(phones, other.phones, Phone::number),
                once(addresses, other.addresses, address -> address.street() + address.postalCode()));
    }

    static <T> List<T> once(List<T> first, List<T> second, Function<T, Object> key) {
        var kept = new ArrayList<T>();
        var keys = new java.util.HashSet<>();
        Stream.concat(first.stream(), second.stream())
                .filter(item -> keys.add(key.apply(item)))
                .forEach(kept::add);
        return List.copyOf(kept);
    }
}
