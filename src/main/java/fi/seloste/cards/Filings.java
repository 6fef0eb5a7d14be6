package fi.seloste.cards;

import fi.seloste.notice.Declaration;
import fi.seloste.notice.Notice;
import fi.seloste.register.CustomField;
import fi.seloste.register.Filing;
import fi.seloste.register.OwnFields;
import fi.seloste.store.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a field can be said to be, in plain words, and who may read it then by the notice in force. */
@Component
public class Filings {

    private final OwnFields fields;
    private final Notice notice;

    Filings(OwnFields fields, Notice notice) {
        this.fields = fields;
        this.notice = notice;
    }

    /** {@code value} is what a form sends, {@code readers} the purposes of the notice; {@code asked} says whether marketing is among them. */
    public record Offer(
            CustomField.Holder holder, String value, String category, String name, String readers, boolean asked) {

        /** The plain words. */
        public String key() {
            return "cards.own.belongs." + holder.code() + "." + category;
        }
    }

    List<Offer> all(Locale language) {
        return Arrays.stream(CustomField.Holder.values())
                .flatMap(holder -> of(holder, language).stream())
                .toList();
    }

    List<Offer> of(CustomField.Holder holder, Locale language) {
        var declared = notice.inForce();
        return fields.filings(holder).stream()
                .map(one -> offer(holder, one, declared, language))
                .toList();
    }

    /** What a field can be said to be, and first what it is, where nobody could say so today. */
    List<Offer> of(CustomField field, Locale language) {
        var offered = of(field.entity(), language);
        if (offered.stream().anyMatch(one -> one.category().equals(field.category()))) {
            return offered;
        }
        var present = offer(field.entity(), field.filing(), notice.inForce(), language);
        return Stream.concat(Stream.of(present), offered.stream()).toList();
    }

    private static Offer offer(CustomField.Holder holder, Filing filing, Declaration declared, Locale language) {
        var category = filing.category();
        var covering = declared.covering(category);
        var readers = covering.stream()
                .flatMap(one -> one.purposes().stream())
                .flatMap(id -> declared.purpose(id).stream())
                .map(purpose -> purpose.name().in(language))
                .collect(Collectors.joining(", "));
        return new Offer(
                holder,
                holder.code() + ":" + category,
                category,
                covering.map(one -> one.name().in(language)).orElse(category),
                readers,
                declared.readersOf(category).contains(Purpose.MARKETING));
    }
}
