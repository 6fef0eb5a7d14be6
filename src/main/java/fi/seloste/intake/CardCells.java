package fi.seloste.intake;

import ezvcard.VCard;
import ezvcard.parameter.VCardParameter;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.DateOrTimeProperty;
import ezvcard.property.RawProperty;
import ezvcard.property.Telephone;
import ezvcard.property.TextListProperty;
import ezvcard.property.TextProperty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One card as cells under fixed headers; values that come in number stand in one cell, parted as Google's exports part them. */
final class CardCells {

    static final List<String> HEADERS = List.of(
            "FN",
            "N given",
            "N family",
            "EMAIL type",
            "EMAIL",
            "TEL type",
            "TEL",
            "TITLE",
            "ROLE",
            "ORG",
            "ORG unit",
            "ADR type",
            "ADR street",
            "ADR postal code",
            "ADR city",
            "ADR country",
            "URL",
            "NOTE",
            "CATEGORIES",
            "LANG",
            "UID",
            "BDAY",
            "Other");

    private static final String BETWEEN = Cells.BETWEEN;

    private final VCard card;
    private final Map<String, String> cells = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    CardCells(VCard card) {
        this.card = card;
    }

    Row row(long line) {
        HEADERS.forEach(header -> cells.put(header, ""));
        name();
        reach();
        work();
        addresses();
        rest();
        cells.replaceAll((header, cell) -> fitting(line, header, cell));
        return new Row(line, List.copyOf(cells.values()), List.copyOf(faults));
    }

    private String fitting(long line, String header, String cell) {
        if (cell.length() <= Rows.LONGEST_CELL) {
            return cell;
        }
        faults.add(Fault.value(line, header, "intake.cell.tooLong", Integer.toString(cell.length())));
        return "";
    }

    private void name() {
        put("FN", card.getFormattedName());
        var name = card.getStructuredName();
        if (name != null) {
            cells.put("N given", text(name.getGiven()));
            cells.put("N family", text(name.getFamily()));
        }
    }

    private void reach() {
        joined("EMAIL", card.getEmails(), email -> text(email.getValue()));
        joined("EMAIL type", card.getEmails(), email -> types(email.getTypes()));
        joined("TEL", card.getTelephoneNumbers(), CardCells::number);
        joined("TEL type", card.getTelephoneNumbers(), phone -> types(phone.getTypes()));
    }

    private static String number(Telephone phone) {
        var uri = phone.getUri();
        if (uri == null) {
            return text(phone.getText());
        }
        return uri.getNumber() + (uri.getExtension() == null ? "" : " ext. " + uri.getExtension());
    }

    private void work() {
        put("TITLE", first(card.getTitles()));
        put("ROLE", first(card.getRoles()));
        var organisation = card.getOrganization();
        if (organisation != null && !organisation.getValues().isEmpty()) {
            var values = organisation.getValues();
            cells.put("ORG", text(values.getFirst()));
            cells.put("ORG unit", values.stream().skip(1).map(CardCells::text).collect(Collectors.joining(", ")));
        }
    }

    private void addresses() {
        var addresses = card.getAddresses();
        joined("ADR type", addresses, address -> types(address.getTypes()));
        joined("ADR street", addresses, CardCells::street);
        joined("ADR postal code", addresses, address -> text(address.getPostalCode()));
        joined("ADR city", addresses, address -> text(address.getLocality()));
        joined("ADR country", addresses, address -> text(address.getCountry()));
    }

    private static String street(Address address) {
        return Stream.of(address.getStreetAddressFull(), address.getExtendedAddressFull(), address.getPoBox())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private void rest() {
        joined("URL", card.getUrls(), url -> text(url.getValue()));
        cells.put(
                "NOTE",
                card.getNotes().stream().map(note -> text(note.getValue())).collect(Collectors.joining("\n")));
        cells.put(
                "CATEGORIES",
                card.getCategoriesList().stream()
                        .map(TextListProperty::getValues)
                        .flatMap(List::stream)
                        .collect(Collectors.joining(", ")));
        put("LANG", first(card.getLanguages()));
        put("UID", card.getUid() == null ? null : text(card.getUid().getValue()));
        var birthday = card.getBirthday();
        put("BDAY", birthday == null ? null : date(birthday));
        cells.put(
                "Other",
                card.getExtendedProperties().stream()
                        .filter(CardCells::isSaid)
                        .map(property -> property.getPropertyName() + ": " + property.getValue())
                        .collect(Collectors.joining("\n")));
    }

    private static String date(Birthday birthday) {
        return birthday instanceof DateOrTimeProperty some && some.getDate() != null
                ? some.getDate().toString()
                : text(birthday.getText());
    }

    private static boolean isSaid(RawProperty property) {
        var name = property.getPropertyName().toUpperCase(java.util.Locale.ROOT);
        return property.getValue() != null
                && !property.getValue().isBlank()
                && !name.startsWith("X-AB")
                && !name.startsWith("X-PHONETIC")
                && !name.startsWith("X-IMAGE");
    }

    private <T> void joined(String header, List<T> properties, Function<T, String> value) {
        cells.put(header, properties.stream().map(value).collect(Collectors.joining(BETWEEN)));
    }

    private void put(String header, @Nullable TextProperty property) {
        put(header, property == null ? null : property.getValue());
    }

    private void put(String header, @Nullable String value) {
        cells.put(header, text(value));
    }

    private static <T> @Nullable T first(List<T> all) {
        return all.isEmpty() ? null : all.getFirst();
    }

    private static String types(Collection<? extends VCardParameter> types) {
        return types.stream().map(VCardParameter::getValue).collect(Collectors.joining(" "));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
