package fi.seloste.marketing;

import fi.seloste.base.OrganisationId;
import fi.seloste.marketing.Criteria.Condition;
import fi.seloste.marketing.Criteria.Field;
import fi.seloste.register.Affiliation;
import fi.seloste.register.Organisation;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.Source;
import fi.seloste.register.Tagging;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Option;
import fi.seloste.ui.Said;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conditions in words, and what can be chosen for each. Option labels that are keys of texts end up in words on the page. */
@Component
class ConditionWords {

    private static final List<String> SPOKEN = List.of("fi", "sv", "en", "de", "et");
    private static final int OFFERED = 12;

    private final Targeting targeting;
    private final OrganisationRegister organisations;
    private final Tagging tagging;
    private final Staff staff;
    private final Purposes purposes;

    ConditionWords(
            Targeting targeting, OrganisationRegister organisations, Tagging tagging, Staff staff, Purposes purposes) {
        this.targeting = targeting;
        this.organisations = organisations;
        this.tagging = tagging;
        this.staff = staff;
        this.purposes = purposes;
    }

    Said said(Condition one) {
        return Said.of("marketing.condition." + one.field().code(), shown(one));
    }

    private Object shown(Condition one) {
        return switch (one.field()) {
            case LANGUAGE -> SPOKEN.contains(one.value()) ? Said.of("lists.language." + one.value()) : one.value();
            case ROLE -> Said.of("lists.role." + one.value());
            case SOURCE -> Said.of("lists.source." + one.value());
            case ACTED_SINCE, ACTED_BEFORE -> LocalDate.parse(one.value());
            case SEGMENT, ORGANISATION_TAG, TAG -> one.value();
            case ORGANISATION -> organisation(one.value());
            case OWNER -> {
                var id = UUID.fromString(one.value());
                var name = staff.names(List.of(id)).get(id);
                yield name == null ? Said.of("lists.unknown") : name;
            }
        };
    }

    private Object organisation(String id) {
        return purposes.as(
                Purpose.MARKETING,
                () -> organisations
                        .find(OrganisationId.valueOf(id))
                        .<Object>map(Organisation::name)
                        .orElse(Said.of("lists.unknown")));
    }

    /** What can be asked; tags of people only where the notice lets marketing read them. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        Arrays.stream(Field.values())
                .filter(field -> field != Field.TAG || targeting.readsTags())
                .forEach(field -> fields.put(field.code(), "marketing.field." + field.code()));
        return fields;
    }

    /** Of an organisation those that a part of the name finds; of what is typed nothing. */
    List<Option> values(Field field, @Nullable String typed) {
        return switch (field) {
            case LANGUAGE -> keyed(SPOKEN, "lists.language.");
            case ROLE ->
                keyed(
                        Arrays.stream(Affiliation.Role.values())
                                .map(Affiliation.Role::code)
                                .toList(),
                        "lists.role.");
            case SOURCE ->
                keyed(Arrays.stream(Source.values()).map(Source::code).toList(), "lists.source.");
            case ORGANISATION_TAG -> plain(purposes.as(Purpose.MARKETING, tagging::ofOrganisations));
            case TAG -> plain(purposes.as(Purpose.MARKETING, tagging::ofPeople));
            case OWNER ->
                staff.accounts().stream()
                        .filter(account -> !account.isDisabled())
                        .map(account -> new Option(account.id().toString(), account.name()))
                        .toList();
            case ORGANISATION -> typed == null || typed.isBlank() ? List.of() : found(typed.strip());
            case SEGMENT, ACTED_SINCE, ACTED_BEFORE -> List.of();
        };
    }

    private List<Option> found(String typed) {
        return purposes.as(
                Purpose.MARKETING,
                () -> organisations.find(typed, OFFERED).stream()
                        .map(row -> new Option(row.id().toString(), row.name()))
                        .toList());
    }

    private static List<Option> keyed(List<String> codes, String key) {
        return codes.stream().map(code -> new Option(code, key + code)).toList();
    }

    private static List<Option> plain(List<String> values) {
        return values.stream().map(value -> new Option(value, value)).toList();
    }
}
