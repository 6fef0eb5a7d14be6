package fi.seloste.lists;

import fi.seloste.register.Affiliation;
import fi.seloste.register.OrganisationRow;
import fi.seloste.register.PersonRow;
import fi.seloste.ui.Texts;
import fi.seloste.ui.Wording;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Values of rows as cells of a file: words in the viewer's language, days as programs read them. */
@Component
class ExportCells {

    private final Texts texts;
    private final Clock clock;
    private final ZoneId place;

    ExportCells(Texts texts, Clock clock, @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.texts = texts;
        this.clock = clock;
        this.place = place;
    }

    Wording wording(Locale locale) {
        return new Wording(texts, locale, place, LocalDate.now(clock.withZone(place)));
    }

    String person(PersonRow row, PeopleColumn column, Wording wording) {
        var employer = row.employer();
        return switch (column) {
            case NAME -> row.name();
            case TITLE -> text(row.jobTitle());
            case ORGANISATION -> employer == null ? "" : employer.name();
            case EMAIL -> text(row.email());
            case PHONE -> row.phone() == null ? "" : Cells.phone(row.phone());
            case ROLES ->
                employer == null
                        ? ""
                        : employer.roles().stream()
                                .sorted()
                                .map(Affiliation.Role::code)
                                .map(role -> wording.t("lists.role." + role))
                                .collect(Collectors.joining(", "));
            case OWNER -> row.owner() == null ? "" : row.owner().name();
            case TAGS -> String.join(", ", row.tags());
            case LANGUAGE -> row.language() == null ? "" : Cells.language(row.language(), wording);
            case SOURCE -> wording.t("lists.source." + row.source().code());
            case LAST_ACT -> day(row.lastActAt());
            case CHANGED -> day(row.changedAt());
        };
    }

    /** What may not be done goes along with whoever it protects. */
    String standing(PersonRow row, Wording wording) {
        return Stream.of(
                        row.standing().isRestricted() ? "lists.standing.restricted" : null,
                        row.standing().isBanned() ? "lists.standing.banned" : null,
                        row.standing().isUninformed() ? "lists.standing.uninformed" : null)
                .filter(Objects::nonNull)
                .map(key -> wording.t(key))
                .collect(Collectors.joining(", "));
    }

    String organisation(OrganisationRow row, OrganisationColumn column) {
        return switch (column) {
            case NAME -> row.name();
            case BUSINESS_ID -> text(row.numbers().businessId());
            case VAT_ID -> text(row.numbers().vatId());
            case DOMAIN -> text(row.reach().domain());
            case WEBSITE -> text(row.reach().website());
            case SEGMENT -> text(row.segment());
            case OWNER -> row.owner() == null ? "" : row.owner().name();
            case TAGS -> String.join(", ", row.tags());
            case CHANGED -> day(row.changedAt());
        };
    }

    private String day(@Nullable Instant at) {
        return at == null ? "" : at.atZone(place).toLocalDate().toString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
