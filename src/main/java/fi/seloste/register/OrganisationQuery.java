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
        boolean newestFirst,
        int limit,
        @Nullable String after) {

    public static OrganisationQuery of(Map<String, String> parameters) {
        var given = new Parameters(parameters);
        var owner = given.text("owner");
        return new OrganisationQuery(
                given.text("search"),
                owner == null ? null : AccountId.valueOf(owner),
                given.text("tag"),
                given.text("businessId"),
                given.text("domain"),
                given.oneOf("sort", "name", "changed").equals("changed"),
                given.limit(),
                given.text("after"));
    }
}
