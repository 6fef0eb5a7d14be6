package fi.seloste.register;

import fi.seloste.base.AccountId;
import fi.seloste.base.OrganisationId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of people, as its URL says it: the query is the view. */
public record PeopleQuery(Filter filter, Sort sort, boolean reversed, Part part) {

    /** What the people have in common; null is no condition. */
    public record Filter(
            @Nullable String search,
            @Nullable String email,
            @Nullable String phone,
            @Nullable OrganisationId organisation,
            Affiliation.@Nullable Role role,
            @Nullable AccountId owner,
            @Nullable String tag,
            @Nullable Source source,
            @Nullable String language,
            Marks marks,
            Acts acts) {

        public static final Filter NONE = new Filter(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Marks(null, null, null),
                new Acts(null, null));

        boolean isEmpty() {
            return equals(NONE);
        }
    }

    /** As far as the purpose sees banned and restricted people at all. */
    public record Marks(
            @Nullable Boolean banned,
            @Nullable Boolean restricted,
            @Nullable Boolean uninformed) {}

    /** When the person last did something with us. */
    public record Acts(@Nullable LocalDate since, @Nullable LocalDate before) {}

    public enum Sort {
        NAME,
        CHANGED,
        ORGANISATION
    }

    public static PeopleQuery of(Map<String, String> parameters) {
        var given = new Parameters(parameters);
        var organisation = given.id("organisation");
        var role = given.text("role");
        var owner = given.id("owner");
        var source = given.text("source");
        var filter = new Filter(
                given.text("search"),
                given.text("email"),
                given.text("phone"),
                organisation == null ? null : new OrganisationId(organisation),
                role == null ? null : Affiliation.Role.of(role),
                owner == null ? null : new AccountId(owner),
                given.text("tag"),
                source == null ? null : Source.of(source),
                given.text("language"),
                new Marks(given.flag("banned"), given.flag("restricted"), given.flag("uninformed")),
                new Acts(given.day("actSince"), given.day("actBefore")));
        var sort = given.oneOf("sort", "name", "changed", "organisation", "-name", "-changed", "-organisation");
        return new PeopleQuery(
                filter,
                Sort.valueOf(sort.replace("-", "").toUpperCase(Locale.ROOT)),
                sort.startsWith("-"),
                Part.of(parameters));
    }

    /** The same list from another place on. */
    public PeopleQuery at(Part other) {
        return new PeopleQuery(filter, sort, reversed, other);
    }

    /** Which way the rows are read: changes fall by themselves, and going back turns every order round. */
    boolean isFalling() {
        return (sort == Sort.CHANGED) ^ reversed ^ part.isBackwards();
    }
}
