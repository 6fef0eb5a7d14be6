package fi.seloste.cards;

import fi.seloste.base.Folded;
import fi.seloste.base.OrganisationId;
import fi.seloste.register.Organisation;
import fi.seloste.register.OrganisationQuery;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.OrganisationRow;
import fi.seloste.register.Search;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for organisations with the same Business ID, domain or name, before a new one is saved. */
@Component
class FirmsAlike {

    private static final int LOOKED_AT = 5;

    private final OrganisationRegister register;
    private final Search search;

    FirmsAlike(OrganisationRegister register, Search search) {
        this.register = register;
        this.search = search;
    }

    List<NewcomerPage.Alike> of(Newly newly, NewFirmForm form) {
        var found = new LinkedHashMap<OrganisationId, NewcomerPage.Alike>();
        var sent = form.shown();
        by("businessId", sent.businessId())
                .forEach(row -> found.putIfAbsent(row.id(), alike(newly, row, "business-id")));
        by("domain", sent.domain()).forEach(row -> found.putIfAbsent(row.id(), alike(newly, row, "domain")));
        var name = Objects.requireNonNullElse(sent.name(), "");
        search.organisations(name, LOOKED_AT).stream()
                .flatMap(id -> register.find(id).stream())
                .filter(o -> Folded.of(o.name()).equals(Folded.of(name)))
                .forEach(o -> found.putIfAbsent(o.id(), alike(newly, o)));
        return List.copyOf(found.values());
    }

    private List<OrganisationRow> by(String what, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return List.of();
        }
        return register.list(OrganisationQuery.of(Map.of(what, value, "limit", String.valueOf(LOOKED_AT))))
                .items();
    }

    private static NewcomerPage.Alike alike(Newly newly, OrganisationRow row, String reason) {
        var note = note(row.numbers().businessId(), row.reach().domain());
        return new NewcomerPage.Alike(newly.with("/organisations/" + row.id()), row.name(), note, reason);
    }

    private static NewcomerPage.Alike alike(Newly newly, Organisation one) {
        var note = note(one.numbers().businessId(), one.reach().domain());
        return new NewcomerPage.Alike(newly.with("/organisations/" + one.id()), one.name(), note, "name");
    }

    private static String note(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}
