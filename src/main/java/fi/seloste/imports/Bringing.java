package fi.seloste.imports;

import fi.seloste.base.LegalTime;
import fi.seloste.register.CustomField;
import fi.seloste.register.Filing;
import fi.seloste.register.OwnFields;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings matched rows into the register, in the running transaction: some twenty statements, however many people there are. */
@Component
class Bringing {

    private static final int UNINFORMED = 4;

    /** So few rows that any plan will do. */
    private static final int FEW = 1000;

    private static final List<String> USUAL = List.of(
            BringingFirms.NUMBER,
            BringingFirms.ADD,
            BringingFirms.ADDED,
            BringingFirms.CHANGES,
            BringingFirms.FILL,
            BringingFirms.POINTS,
            BringingFirms.ADDRESSES,
            BringingFirms.TAG_CHANGES,
            BringingFirms.TAGS,
            BringingFirms.NOTES,
            BringingPeople.ADD,
            BringingPeople.POINTS,
            BringingPeople.AFFILIATIONS,
            BringingPeople.ADDRESSES,
            BringingPeople.TAGS,
            BringingPeople.NOTES,
            BringingPeople.ADDED,
            BringingNews.CHANGES,
            BringingNews.FILL,
            BringingNews.ROLE_CHANGES,
            BringingNews.ROLES,
            BringingNews.AFFILIATIONS,
            BringingNews.POINTS,
            BringingNews.ADDRESSES,
            BringingNews.TAG_CHANGES,
            BringingNews.TAGS,
            BringingNews.NOTES,
            BringingCustom.REFUSED);

    private static final List<String> STATEMENTS = Stream.of(
                    USUAL,
                    BringingCustom.PEOPLE,
                    BringingCustom.ORGANISATIONS,
                    BringingCustom.CHANGES,
                    BringingCustom.OVERWRITE,
                    List.of(BringingNews.ADDITIONS, BringingNews.BOUNCED))
            .flatMap(List::stream)
            .toList();

    /** What a statement brings rows into, where foreign keys of later rows and an undo look rows up by the planner's figures. */
    private static final Map<String, String> GROWN = Map.of(
            BringingFirms.ADD, "organisation",
            BringingPeople.ADD, "person",
            BringingPeople.POINTS, "contact_point",
            BringingPeople.AFFILIATIONS, "affiliation",
            BringingPeople.ADDED, "change");

    private final OwnFields own;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId place;

    Bringing(OwnFields own, JdbcClient jdbc, Clock clock, @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.own = own;
        this.jdbc = jdbc;
        this.clock = clock;
        this.place = place;
    }

    /** Tells after each step how much of a hundred is done. */
    void bring(Import entry, int keyVersion, IntConsumer done) {
        var parameters = parameters(entry);
        declareFields(entry);
        for (int i = 0; i < STATEMENTS.size(); i++) {
            var statement = STATEMENTS.get(i);
            grown(GROWN.get(statement), jdbc.sql(statement).params(parameters).update());
            done.accept(10 + 80 * (i + 1) / STATEMENTS.size());
        }
        jdbc.sql("select imports.ban(:id, :version, :now, :actorKind, :actorId::uuid, :actorName)")
                .params(parameters)
                .param("version", keyVersion)
                .query()
                .listOfRows();
    }

    private void grown(@Nullable String table, int brought) {
        if (table != null && brought > FEW) {
            jdbc.sql("select imports.grown(:table, :brought)")
                    .param("table", table)
                    .param("brought", brought)
                    .query()
                    .listOfRows();
        }
    }

    private Map<String, @Nullable Object> parameters(Import entry) {
        var today = LegalTime.dayOf(clock.instant(), place);
        var source = entry.source();
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("id", entry.id().value());
        parameters.put("now", Sql.at(clock.instant()));
        parameters.put("today", today);
        parameters.put("source", source.source().code());
        parameters.put("detail", source.detail());
        parameters.put("elsewhere", source.isElsewhere());
        parameters.put("uninformed", source.isElsewhere() ? UNINFORMED : 0);
        parameters.put("informBy", informBy(source, today));
        parameters.put("update", entry.choices().update());
        parameters.put("actorKind", entry.by().kind().name().toLowerCase(Locale.ROOT));
        parameters.put("actorId", entry.by().id());
        parameters.put("actorName", entry.by().name());
        parameters.put("sourcedBy", entry.by().staff());
        return parameters;
    }

    // Art. 14(3)(a): "within a reasonable period after obtaining the personal data, but at the latest within one month"
    private static @Nullable LocalDate informBy(Sourcing source, LocalDate today) {
        return source.isElsewhere() ? LegalTime.afterMonths(today, 1) : null;
    }

    /** A custom field that a column was mapped to and nobody has declared yet is declared as text, among notes until somebody says what it is. */
    private void declareFields(Import entry) {
        record Named(String entity, String name) {}
        for (var named : jdbc.sql(BringingCustom.NAMES)
                .param("id", entry.id().value())
                .query(Named.class)
                .list()) {
            var holder = CustomField.Holder.valueOf(named.entity().toUpperCase(Locale.ROOT));
            if (own.of(holder).stream().noneMatch(field -> field.name().equals(named.name()))) {
                own.declare(new CustomField.New(
                        holder, named.name(), CustomField.Kind.TEXT, Filing.NOTES.category(), List.of()));
            }
        }
    }
}
