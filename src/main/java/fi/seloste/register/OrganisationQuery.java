package fi.seloste.register;

import fi.seloste.base.AccountId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of organisations, as its URL says it. */
public record OrganisationQuery(
        @Nullable String search,
        @Nullable AccountId owner,
        @Nullable String tag,
        @Nullable String businessId,
        @Nullable String domain,
        Sort sort,
        boolean reversed,
        Part part) {

    public enum Sort {
        NAME,
        CHANGED
    }

    public static OrganisationQuery of(Map<String, String> parameters) {
        var given = new Parameters(parameters);
        var owner = given.id("owner");
        var sort = given.oneOf("sort", "name", "changed", "-name", "-changed");
        return new OrganisationQuery(
                given.text("search"),
                owner == null ? null : new AccountId(owner),
                given.text("tag"),
                given.text("businessId"),
                given.text("domain"),
                sort.endsWith("changed") ? Sort.CHANGED : Sort.NAME,
                sort.startsWith("-"),
                Part.of(parameters));
    }

    /** The same list from another place on. */
    public OrganisationQuery at(Part other) {
        return new OrganisationQuery(search, owner, tag, businessId, domain, sort, reversed, other);
    }

    /** Which way the rows are read: changes fall by themselves, and going back turns every order round. */
    boolean isFalling() {
        return (sort == Sort.CHANGED) ^ reversed ^ part.isBackwards();
    }
}
