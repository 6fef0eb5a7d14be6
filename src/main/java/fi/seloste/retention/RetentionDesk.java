package fi.seloste.retention;

import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.Notice;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.PersonRow;
import fi.seloste.register.Register;
import fi.seloste.staff.Action;
import fi.seloste.staff.Caller;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Bar;
import fi.seloste.ui.Option;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the pages of retention together: counts in its own purpose, names in that of customers where the viewer holds it. */
@Component
class RetentionDesk {

    private static final int PAGE = 50;
    private static final int NIGHTS = 14;

    private final Forecast forecast;
    private final HoldDesk holds;
    private final Runs runs;
    private final Schedule schedule;
    private final PersonEvents events;
    private final Notice notice;
    private final Register register;
    private final OrganisationRegister organisations;
    private final Purposes purposes;

    RetentionDesk(
            Forecast forecast,
            HoldDesk holds,
            Runs runs,
            Schedule schedule,
            PersonEvents events,
            Notice notice,
            Register register,
            OrganisationRegister organisations,
            Purposes purposes) {
        this.forecast = forecast;
        this.holds = holds;
        this.runs = runs;
        this.schedule = schedule;
        this.events = events;
        this.notice = notice;
        this.register = register;
        this.organisations = organisations;
        this.purposes = purposes;
    }

    RetentionPage page(Caller caller, Locale language) {
        var shown = forecast.shown();
        var preview = shown.preview();
        var people = preview.lines().getFirst();
        var counts = new RetentionPage.Counts(
                people.months().getOrDefault(preview.months().getFirst(), 0L),
                people.total(),
                preview.stopped().values().stream().mapToLong(Long::longValue).sum(),
                preview.backlog(),
                shown.at());
        return new RetentionPage(
                counts,
                preview.months().stream()
                        .map(month -> bar(month, people, language))
                        .toList(),
                rules(preview, language),
                held(caller, language),
                nights());
    }

    private static Bar bar(YearMonth month, Forecast.Line people, Locale language) {
        long many = people.months().getOrDefault(month, 0L);
        return new Bar(
                DateTimeFormatter.ofPattern("LLLL yyyy", language).format(month),
                many,
                String.format(language, "%,d", many),
                "/retention/due/" + month);
    }

    private List<RetentionPage.Rule> rules(Forecast.Preview preview, Locale language) {
        var declared = notice.inForce();
        var falling = new HashMap<String, Forecast.Line>();
        var outOfUse = new HashMap<String, Long>();
        for (var line : preview.lines()) {
            if (line.unit() == Forecast.Unit.PEOPLE_OUT_OF_USE) {
                outOfUse.put(line.category(), line.total());
            } else {
                falling.putIfAbsent(line.category(), line);
            }
        }
        return declared.processing().categories().values().stream()
                .filter(category -> category.retention().isEnforceable())
                .map(category -> new RetentionPage.Rule(
                        category.name().in(language),
                        category.retention().rules().stream()
                                .map(rule -> new RetentionPage.Worded(
                                        rule.words().in(language),
                                        code(schedule.how(declared, category.id(), rule, events.category()))))
                                .toList(),
                        falling(falling.get(category.id())),
                        outOfUse.getOrDefault(category.id(), 0L)))
                .toList();
    }

    private static RetentionPage.Falling falling(Forecast.@Nullable Line line) {
        return line == null
                ? new RetentionPage.Falling("", 0, 0)
                : new RetentionPage.Falling(code(line.unit()), line.overdue(), line.total());
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<RetentionPage.Held> held(Caller caller, Locale language) {
        var inForce = holds.inForce();
        var people = names(
                inForce.stream()
                        .flatMap(hold ->
                                java.util.stream.Stream.ofNullable(hold.target().person()))
                        .toList(),
                caller);
        return inForce.stream()
                .map(hold -> new RetentionPage.Held(
                        new HoldId(hold.id()),
                        hold.target().kind(),
                        named(hold.target(), people, caller, language),
                        hold.reason(),
                        hold.untilOn(),
                        new RetentionPage.By(hold.made().byName(), hold.made().at())))
                .toList();
    }

    private RetentionPage.Named named(
            Hold.Target target, Map<PersonId, PersonRow> people, Caller caller, Locale language) {
        var person = target.person();
        if (person != null) {
            var row = people.get(person);
            return new RetentionPage.Named(row == null ? person.toString() : row.name(), "/people/" + person);
        }
        var organisation = target.organisation();
        if (organisation != null) {
            return new RetentionPage.Named(name(organisation, caller), "/organisations/" + organisation);
        }
        var category = String.valueOf(target.category());
        return new RetentionPage.Named(
                notice.inForce()
                        .category(category)
                        .map(c -> c.name().in(language))
                        .orElse(category),
                null);
    }

    private String name(OrganisationId id, Caller caller) {
        return caller.permissions().may(Purpose.CUSTOMER, Action.SEE)
                ? purposes.as(
                        Purpose.CUSTOMER,
                        () -> organisations.find(id).map(o -> o.name()).orElse(id.toString()))
                : id.toString();
    }

    private List<RetentionPage.Night> nights() {
        return purposes.as(Purpose.RETENTION, () -> runs.newest(NIGHTS)).stream()
                .map(run -> new RetentionPage.Night(
                        run.onDay(), run.finishedAt(), run.people(), run.removed(), run.stopped()))
                .toList();
    }

    DuePage due(YearMonth month, @Nullable UUID after, Caller caller, Locale language) {
        var due = forecast.due(month, after, PAGE + 1);
        var shown = due.stream().limit(PAGE).toList();
        var names = names(shown.stream().map(Forecast.Due::person).toList(), caller);
        return new DuePage(
                DateTimeFormatter.ofPattern("LLLL yyyy", language).format(month),
                shown.stream()
                        .sorted(Comparator.comparing(Forecast.Due::goesOn))
                        .map(one -> row(one, names.get(one.person()), language))
                        .toList(),
                due.size() > PAGE ? shown.getLast().person().toString() : null);
    }

    private static DuePage.Row row(Forecast.Due due, @Nullable PersonRow person, Locale language) {
        return new DuePage.Row(
                due.person().toString(),
                person == null ? null : person.name(),
                person == null || person.employer() == null
                        ? null
                        : person.employer().name(),
                new DuePage.When(due.goesOn(), due.ending().rule().brief().in(language), due.stoppedBy()));
    }

    private Map<PersonId, PersonRow> names(List<PersonId> people, Caller caller) {
        var names = new HashMap<PersonId, PersonRow>();
        if (!people.isEmpty() && caller.permissions().may(Purpose.CUSTOMER, Action.SEE)) {
            Actor actor = caller.actor();
            purposes.as(Purpose.CUSTOMER, () -> register.rows(people, Evidence.How.LIST, actor))
                    .forEach(row -> names.put(row.id(), row));
        }
        return names;
    }

    List<Option> categories(Locale language) {
        var options = new ArrayList<Option>();
        options.add(new Option("", "–"));
        notice.inForce().processing().categories().values().stream()
                .map(category -> new Option(category.id(), category.name().in(language)))
                .forEach(options::add);
        return options;
    }
}
