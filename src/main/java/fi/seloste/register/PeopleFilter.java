package fi.seloste.register;

import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.store.Sql;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A list's conditions as SQL, each with an index of its own; written so that row policies leave the indexes usable. */
@Component
class PeopleFilter {

    static final String TAGS = "register.person_tag";
    private static final int FOUND = 200;

    private final Search search;
    private final Readable readable;
    private final Within within;
    private final Today today;

    PeopleFilter(Search search, Readable readable, Within within, Today today) {
        this.search = search;
        this.readable = readable;
        this.within = within;
        this.today = today;
    }

    java.time.LocalDate today() {
        return today.day();
    }

    Where where(PeopleQuery.Filter filter) {
        var where = new Where("p.merged_into is null").with("today", today.day());
        if (filter.search() != null) {
            var found = search.people(filter.search(), FOUND);
            where.and("p.person_id = any(:found::uuid[])")
                    .with("found", found.stream().map(PersonId::value).toArray(UUID[]::new));
        }
        reach(filter, where);
        work(filter, where);
        fields(filter, where);
        marks(filter.marks(), where);
        if (filter.acts().since() != null) {
            where.and("p.last_act_at >= :actSince")
                    .with("actSince", Sql.at(today.startOf(filter.acts().since())));
        }
        if (filter.acts().before() != null) {
            where.and("p.last_act_at < :actBefore")
                    .with("actBefore", Sql.at(today.startOf(filter.acts().before())));
        }
        return within.people(where, "p.person_id");
    }

    private static void reach(PeopleQuery.Filter filter, Where where) {
        var sql =
                "p.person_id in (select c.person_id from register.contact_point c where c.kind = '%1$s' and c.value = :%1$s)";
        if (filter.email() != null) {
            where.and(sql.formatted("email")).with("email", ContactPoint.Kind.EMAIL.normalised(filter.email()));
        }
        if (filter.phone() != null) {
            where.and(sql.formatted("phone")).with("phone", ContactPoint.Kind.PHONE.normalised(filter.phone()));
        }
    }

    /** The role stands in the text, since the index of each role is one of its own. */
    private static void work(PeopleQuery.Filter filter, Where where) {
        if (filter.organisation() == null && filter.role() == null) {
            return;
        }
        var sql = new StringBuilder(
                "p.person_id in (select f.person_id from register.affiliation f where (f.until_on is null or f.until_on > :today)");
        if (filter.organisation() != null) {
            sql.append(" and f.organisation_id = :organisation");
            where.with("organisation", filter.organisation().value());
        }
        if (filter.role() != null) {
            sql.append(" and '").append(filter.role().code()).append("' = any(f.roles)");
        }
        where.and(sql.append(')').toString());
    }

    private void fields(PeopleQuery.Filter filter, Where where) {
        if (filter.owner() != null) {
            where.and("p.owner_by = :owner").with("owner", filter.owner().value());
        }
        if (filter.source() != null) {
            where.and("p.source = :source").with("source", filter.source().code());
        }
        if (filter.language() != null) {
            where.and("p.language = :language").with("language", filter.language());
        }
        if (filter.tag() != null) {
            if (!readable.of(Set.of(TAGS)).contains(TAGS)) {
                throw Problem.notAllowed("register.list.tagsNotAllowed");
            }
            where.and("p.person_id in (select t.person_id from register.person_tag t where t.tag = :tag)")
                    .with("tag", filter.tag());
        }
    }

    private static void marks(PeopleQuery.Marks marks, Where where) {
        mark(marks.banned(), Standing.BANNED | Standing.ORGANISATION_BANNED, where);
        mark(marks.restricted(), Standing.RESTRICTED, where);
        mark(marks.uninformed(), Standing.UNINFORMED, where);
    }

    private static void mark(@org.jspecify.annotations.Nullable Boolean wanted, int bits, Where where) {
        if (wanted != null) {
            where.and(
                    wanted
                            ? "p.standing <> 0 and (p.standing & %d) <> 0".formatted(bits)
                            : "(p.standing & %d) = 0".formatted(bits));
        }
    }
}
