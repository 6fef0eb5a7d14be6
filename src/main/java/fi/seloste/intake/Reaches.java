package fi.seloste.intake;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.PhoneNumber;
import fi.seloste.base.Problem;
import fi.seloste.intake.Reach.Email;
import fi.seloste.intake.Reach.Phone;
import fi.seloste.intake.Reach.PostalAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads addresses and numbers out of a row: several in a cell, several columns, labels beside or within. */
final class Reaches {

    private static final String HOME = "FI";
    private static final Pattern CODE_AND_CITY = Pattern.compile("(?:[A-Z]{1,2}-)?(\\d{3} ?\\d{2}|\\d{4}) (\\p{L}.*)");

    private final Reading reading;
    private final Map<Integer, List<String>> countries;

    Reaches(Reading reading) {
        this.reading = reading;
        this.countries = countries();
    }

    Reach read() {
        return Reach.NONE.with(new Reach(emails(), phones(), addresses()));
    }

    private List<Email> emails() {
        var emails = new ArrayList<Email>();
        for (var cell : inOrder(Field.EMAIL)) {
            var labels = labels(Field.EMAIL_LABEL, cell.to());
            var items = Cells.emails(cell.text());
            for (var i = 0; i < items.size(); i++) {
                try {
                    emails.add(new Email(
                            EmailAddress.parse(items.get(i).text()), label(items.get(i), labels, i, cell.to())));
                } catch (Problem e) {
                    reading.faults().add(Fault.value(reading.line(), cell.header(), e));
                }
            }
        }
        return emails;
    }

    private List<Phone> phones() {
        var region = countries.isEmpty()
                ? HOME
                : countries.values().iterator().next().getFirst();
        var phones = new ArrayList<Phone>();
        for (var cell : inOrder(Field.PHONE)) {
            var labels = labels(Field.PHONE_LABEL, cell.to());
            var items = Cells.phones(cell.text());
            for (var i = 0; i < items.size(); i++) {
                var label = label(items.get(i), labels, i, cell.to());
                try {
                    if (!label.equals("fax")) {
                        phones.add(new Phone(PhoneNumber.parse(items.get(i).text(), region), label));
                    }
                } catch (Problem e) {
                    reading.faults().add(Fault.value(reading.line(), cell.header(), e));
                }
            }
        }
        return phones;
    }

    private List<Reading.Cell> inOrder(Field field) {
        return reading.cells(field).stream()
                .sorted(Comparator.comparingInt(cell -> cell.to().number()))
                .toList();
    }

    private List<String> labels(Field field, Target.To to) {
        return reading.cells(field).stream()
                .filter(cell -> cell.to().number() == to.number())
                .findFirst()
                .map(cell -> Cells.parallel(cell.text()))
                .orElse(List.of());
    }

    private static String label(Cells.Item item, List<String> labels, int index, Target.To to) {
        return !item.label().isEmpty()
                ? item.label()
                : index < labels.size() && !labels.get(index).isEmpty() ? Labels.of(labels.get(index)) : to.label();
    }

    private List<PostalAddress> addresses() {
        var addresses = new ArrayList<PostalAddress>();
        var streets = parts(Field.STREET);
        var codes = parts(Field.POSTAL_CODE);
        var cities = parts(Field.CITY);
        var numbers = new TreeMap<>(streets);
        codes.forEach(numbers::putIfAbsent);
        cities.forEach(numbers::putIfAbsent);
        for (var number : numbers.keySet()) {
            var label = addressLabels(number);
            var count = Math.max(size(streets, number), Math.max(size(codes, number), size(cities, number)));
            for (var i = 0; i < count; i++) {
                var country = at(countries, number, i);
                var known = country.isEmpty() ? HOME : country;
                addresses.add(new PostalAddress(
                        i < label.size() ? Labels.of(label.get(i)) : "",
                        at(streets, number, i),
                        postalCode(at(codes, number, i), known),
                        at(cities, number, i),
                        known));
            }
        }
        addresses.removeIf(address -> (address.street() + address.postalCode() + address.city()).isBlank());
        for (var cell : reading.cells(Field.ADDRESS)) {
            if (!streets.containsKey(cell.to().number())) {
                filled(addresses, whole(cell), cell.to().number() - 1);
            }
        }
        return addresses;
    }

    /** Some lists have a column for the street only and call it the address. */
    private static void filled(List<PostalAddress> addresses, PostalAddress whole, int place) {
        if (place >= addresses.size() || !addresses.get(place).street().isEmpty()) {
            addresses.add(whole);
            return;
        }
        var known = addresses.get(place);
        addresses.set(
                place,
                new PostalAddress(
                        known.label().isEmpty() ? whole.label() : known.label(),
                        whole.street(),
                        known.postalCode().isEmpty() ? whole.postalCode() : known.postalCode(),
                        known.city().isEmpty() ? whole.city() : known.city(),
                        known.country()));
    }

    private List<String> addressLabels(int number) {
        var written = labels(Field.ADDRESS_LABEL, new Target.To(Field.ADDRESS_LABEL, number, ""));
        var fixed = reading.columns().mapping().targets().values().stream()
                .filter(target -> target instanceof Target.To to && to.field() == Field.STREET && to.number() == number)
                .map(target -> ((Target.To) target).label())
                .toList();
        return written.isEmpty() ? fixed : written;
    }

    private Map<Integer, List<String>> parts(Field field) {
        var parts = new TreeMap<Integer, List<String>>();
        reading.cells(field).forEach(cell -> parts.put(cell.to().number(), Cells.parallel(cell.text())));
        return parts;
    }

    private Map<Integer, List<String>> countries() {
        var countries = new TreeMap<Integer, List<String>>();
        for (var cell : reading.cells(Field.COUNTRY)) {
            try {
                countries.put(
                        cell.to().number(),
                        Cells.parallel(cell.text()).stream()
                                .map(text -> text.isEmpty() ? HOME : Places.country(text))
                                .toList());
            } catch (Problem e) {
                reading.faults().add(Fault.value(reading.line(), cell.header(), e));
            }
        }
        return countries;
    }

    private static int size(Map<Integer, List<String>> parts, int number) {
        return parts.getOrDefault(number, List.of()).size();
    }

    private static String at(Map<Integer, List<String>> parts, int number, int index) {
        var all = parts.getOrDefault(number, List.of());
        return index < all.size() ? all.get(index).replace("\n", ", ") : "";
    }

    /** A spreadsheet takes the zeros off 00100. */
    private static String postalCode(String text, String country) {
        var bare = text.replaceFirst("^FI-", "");
        return country.equals(HOME) && bare.matches("\\d{3,4}") ? "0".repeat(5 - bare.length()) + bare : bare;
    }

    /** "Mannerheimintie 1, 00100 Helsinki, Finland". */
    private static PostalAddress whole(Reading.Cell cell) {
        var street = new ArrayList<String>();
        var code = "";
        var city = "";
        var country = HOME;
        for (var part : cell.text().split("\\s*[,\\n]\\s*")) {
            var place = CODE_AND_CITY.matcher(part);
            if (place.matches()) {
                code = place.group(1);
                city = place.group(2);
            } else if (!street.isEmpty() && Places.isCountry(part)) {
                country = Places.country(part);
            } else if (part.matches("\\d{5}")) {
                code = part;
            } else {
                street.add(part);
            }
        }
        return new PostalAddress(cell.to().label(), String.join(", ", street), code, city, country);
    }
}
