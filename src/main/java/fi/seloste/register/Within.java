package fi.seloste.register;

import fi.seloste.base.AccountId;
import fi.seloste.base.Ids;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.staff.Action;
import fi.seloste.staff.Reach;
import fi.seloste.staff.Reaches;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a caller within its scope (own, team): a person is somebody's by their owner or by the owner of an organisation where they are now,
 * an organisation by its owner. What is out of reach is not found; what may be seen and not changed is refused. Who reaches everybody is
 * asked nothing, and no statement of theirs is another than without scopes.
 */
@Component
class Within {

    /** On the alias p; one person is looked at. */
    static final String PERSON = """
            (p.owner_by = any(:reach)
             or exists (select 1
                          from register.affiliation rf
                          join register.organisation ro on ro.organisation_id = rf.organisation_id
                         where rf.person_id = p.person_id and (rf.until_on is null or rf.until_on > :reachDay) and ro.owner_by = any(:reach)))""";

    /** On a column of people's ids; the few that are somebody's are found first. */
    private static final String PEOPLE = """
            %s in (select rp.person_id from register.person rp where rp.owner_by = any(:reach)
                   union all
                   select rf.person_id
                     from register.organisation ro
                     join register.affiliation rf on rf.organisation_id = ro.organisation_id
                    where ro.owner_by = any(:reach) and (rf.until_on is null or rf.until_on > :reachDay))""";

    static final String ORGANISATION = "o.owner_by = any(:reach)";

    private final Reaches reaches;
    private final JdbcClient jdbc;
    private final Today today;

    Within(Reaches reaches, JdbcClient jdbc, Today today) {
        this.reaches = reaches;
        this.jdbc = jdbc;
        this.today = today;
    }

    Reach seeing() {
        return reaches.of(Action.SEE);
    }

    /** Adds the condition to a list of people where there is a limit. */
    Where people(Where where, String column) {
        var reach = seeing();
        return reach.isEverybody()
                ? where
                : where.and(PEOPLE.formatted(column)).with("reach", reach.ids()).with("reachDay", today.day());
    }

    Where organisations(Where where) {
        var reach = seeing();
        return reach.isEverybody() ? where : where.and(ORGANISATION).with("reach", reach.ids());
    }

    /** A statement about one thing, with the condition and its parameters where there is a limit. */
    JdbcClient.StatementSpec one(String sql, String condition) {
        var reach = seeing();
        return reach.isEverybody()
                ? jdbc.sql(sql)
                : jdbc.sql(sql + " and " + condition)
                        .param("reach", reach.ids())
                        .param("reachDay", today.day());
    }

    void mustSee(Party party) {
        var reach = seeing();
        if (!reach.isEverybody() && !isWithin(party, reach)) {
            throw Problem.notFound(party.entity());
        }
    }

    void mustChange(Party party) {
        mustSee(party);
        var reach = reaches.of(Action.CHANGE);
        if (!reach.isEverybody() && !isWithin(party, reach)) {
            throw isThere(party) ? Problem.notAllowed("register.scope.beyond") : Problem.notFound(party.entity());
        }
    }

    boolean sees(Party party) {
        var reach = seeing();
        return reach.isEverybody() || isWithin(party, reach);
    }

    /** What somebody with a limit adds is theirs, or that of whom they name within it: else it would vanish from their sight. */
    @Nullable
    String ownerOfNew(@Nullable String named) {
        var reach = reaches.of(Action.CHANGE);
        if (reach.isEverybody()) {
            mustBeEmployee(named);
            return named;
        }
        if (named == null || named.isBlank()) {
            if (reach.self() == null) {
                throw Problem.notAllowed("register.scope.beyond");
            }
            return reach.self().toString();
        }
        mustName(named);
        return named;
    }

    /** A new owner is one whose people the caller may change. */
    void mustName(@Nullable String owner) {
        var reach = reaches.of(Action.CHANGE);
        if (reach.isEverybody()) {
            mustBeEmployee(owner);
            return;
        }
        if (owner == null || owner.isBlank() || !reach.includes(new AccountId(Ids.parse("owner", owner)))) {
            throw Problem.notAllowed("register.scope.owner");
        }
    }

    private void mustBeEmployee(@Nullable String owner) {
        if (owner == null || owner.isBlank()) {
            return;
        }
        boolean there = jdbc.sql("select exists (select 1 from staff.account a where a.account_id = :id)")
                .param("id", Ids.parse("owner", owner))
                .query(Boolean.class)
                .single();
        if (!there) {
            throw Problem.invalid("owner", "register.owner.unknown", Shortened.of(owner));
        }
    }

    /** Those of many that the caller may change; the others are left alone, as the restricted are. */
    Selection changeable(Selection selection) {
        var reach = reaches.of(Action.CHANGE);
        if (reach.isEverybody()) {
            return selection;
        }
        var sql = selection.entity().equals("person")
                ? "select p.person_id from register.person p where p.person_id = any(:ids::uuid[]) and " + PERSON
                : "select o.organisation_id from register.organisation o where o.organisation_id = any(:ids::uuid[]) and "
                        + ORGANISATION;
        var found = jdbc.sql(sql)
                .param("ids", selection.array())
                .param("reach", reach.ids())
                .param("reachDay", today.day())
                .query(UUID.class)
                .list();
        return new Selection(selection.entity(), found);
    }

    void mustSee(OrganisationId organisation) {
        mustSee(Party.of(organisation));
    }

    private boolean isWithin(Party party, Reach reach) {
        var sql = party.person() != null
                ? "select p.person_id from register.person p where p.person_id = :id and " + PERSON
                : "select o.organisation_id from register.organisation o where o.organisation_id = :id and "
                        + ORGANISATION;
        return jdbc.sql(sql)
                .param("id", party.id())
                .param("reach", reach.ids())
                .param("reachDay", today.day())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    private boolean isThere(Party party) {
        return jdbc.sql("select %s_id from register.%s where %s_id = :id"
                        .formatted(party.entity(), party.entity(), party.entity()))
                .param("id", party.id())
                .query(UUID.class)
                .optional()
                .isPresent();
    }
}
