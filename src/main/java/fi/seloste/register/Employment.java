package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The door to who works where and in what role. A change of job, the commonest event between companies, is one act. */
@Component
public class Employment {

    private final Affiliations affiliations;
    private final ContactPoints points;
    private final OrganisationBans bans;
    private final Organisations organisations;
    private final People people;
    private final Changes changes;
    private final Parties parties;
    private final ApplicationEventPublisher events;
    private final Within within;
    private final Today today;

    Employment(
            Affiliations affiliations,
            ContactPoints points,
            OrganisationBans bans,
            Organisations organisations,
            People people,
            Changes changes,
            Parties parties,
            ApplicationEventPublisher events,
            Within within,
            Today today) {
        this.affiliations = affiliations;
        this.points = points;
        this.bans = bans;
        this.organisations = organisations;
        this.people = people;
        this.changes = changes;
        this.parties = parties;
        this.events = events;
        this.within = within;
        this.today = today;
    }

    /** From one organisation to another, with the title there and the first day. */
    public record Job(
            OrganisationId from,
            OrganisationId to,
            @Nullable String title,
            LocalDate on) {}

    public List<Affiliation> of(PersonId person) {
        within.mustSee(Party.of(person));
        return affiliations.of(person);
    }

    public UUID takeUp(PersonId person, Affiliation.Post post, Actor actor) {
        within.mustChange(Party.of(person));
        within.mustSee(post.organisation());
        var by = new By(actor, today.moment(), null);
        var id = takeUpUnindexed(person, post, by);
        changed(person, by);
        return id;
    }

    public void change(UUID id, @Nullable String jobTitle, Set<Affiliation.Role> roles, Actor actor) {
        var held = held(id);
        within.mustChange(Party.of(held.person()));
        var was = held.affiliation();
        var by = new By(actor, today.moment(), null);
        affiliations.change(id, jobTitle, roles);
        write(held, by, "roles", shown(was.roles()), shown(roles));
        write(held, by, "job-title", was.jobTitle(), jobTitle);
        changed(held.person(), by);
    }

    /**
     * The old post ends, the new one begins, the history stays. The old employer's address is no longer the person's: it is kept until
     * the day, as what it was.
     */
    public UUID changeJob(PersonId person, Job job, Actor actor) {
        within.mustChange(Party.of(person));
        within.mustSee(job.to());
        var by = new By(actor, today.moment(), null);
        leave(person, job.from(), job.on(), by);
        var id = takeUpUnindexed(person, new Affiliation.Post(job.to(), job.title(), Set.of(), job.on()), by);
        if (job.title() != null) {
            var title = people.find(person).map(Person::jobTitle).orElse(null);
            people.set(person, Map.of("job_title", job.title()), null, by.at());
            changes.write(by, Changes.Entry.of(Party.of(person), "job-title", title, job.title()));
        }
        changed(person, by);
        events.publishEvent(new Person.Moved(person, job.from(), job.to()));
        return id;
    }

    /** The person no longer works there, wherever they went. */
    public void markAsLeft(PersonId person, OrganisationId organisation, LocalDate on, Actor actor) {
        within.mustChange(Party.of(person));
        var by = new By(actor, today.moment(), null);
        leave(person, organisation, on, by);
        changed(person, by);
    }

    /** The affiliation was a mistake: it goes, and only the history knows of it. */
    public void remove(UUID id, Actor actor) {
        var held = held(id);
        within.mustChange(Party.of(held.person()));
        var by = new By(actor, today.moment(), null);
        write(held, by, "organisation", held.affiliation().organisationName(), null);
        affiliations.remove(id);
        changed(held.person(), by);
    }

    /** Each names its place in the list where it names no organisation. */
    void takeUpUnindexed(PersonId person, List<Affiliation.Post> posts, By by) {
        for (int i = 0; i < posts.size(); i++) {
            var post = posts.get(i);
            Problem.named("organisations[" + i + "].id", () -> takeUpUnindexed(person, post, by));
        }
    }

    private UUID takeUpUnindexed(PersonId person, Affiliation.Post post, By by) {
        var id = Ids.next();
        affiliations.add(id, person, post, by.at());
        var held = held(id);
        write(held, by, "organisation", null, held.affiliation().organisationName());
        if (!post.roles().isEmpty()) {
            write(held, by, "roles", null, shown(post.roles()));
        }
        return id;
    }

    private void leave(PersonId person, OrganisationId organisation, LocalDate on, By by) {
        var left = affiliations.of(person).stream()
                .filter(a -> a.organisation().equals(organisation) && a.isCurrent(on))
                .toList();
        if (left.isEmpty()) {
            throw Problem.conflict("register.affiliation.none");
        }
        for (var affiliation : left) {
            affiliations.endOn(affiliation.id(), on);
            var was = affiliation.untilOn();
            write(
                    new Affiliations.Held(affiliation, person),
                    by,
                    "until",
                    was == null ? null : was.toString(),
                    on.toString());
        }
        endAddresses(person, organisation, on, by);
    }

    private void endAddresses(PersonId person, OrganisationId organisation, LocalDate on, By by) {
        var domain =
                organisations.find(organisation).map(o -> o.reach().domain()).orElse(null);
        if (domain == null) {
            return;
        }
        points.of(Party.of(person)).stream()
                .filter(p -> p.kind() == ContactPoint.Kind.EMAIL && p.value().endsWith("@" + domain))
                .filter(p -> p.isCurrent(on))
                .forEach(p -> {
                    points.endOn(p.id(), on);
                    changes.write(
                            by,
                            new Changes.Entry(
                                    Party.of(person),
                                    "contact-point",
                                    p.id().value(),
                                    "valid-until",
                                    null,
                                    on.toString()));
                });
    }

    private void changed(PersonId person, By by) {
        parties.touch(Party.of(person), by.at());
        // An address that ended with the post takes the old employer's ban along.
        bans.settle(List.of(person), today.day());
        events.publishEvent(new Person.Changed(person, Set.of("affiliation")));
    }

    private void write(Affiliations.Held held, By by, String field, @Nullable String was, @Nullable String became) {
        if (was == null && became == null) {
            return;
        }
        changes.write(
                by,
                new Changes.Entry(
                        Party.of(held.person()),
                        "affiliation",
                        held.affiliation().id(),
                        field,
                        was,
                        became));
    }

    private static String shown(Set<Affiliation.Role> roles) {
        return roles.stream().map(Affiliation.Role::code).sorted().collect(Collectors.joining(", "));
    }

    private Affiliations.Held held(UUID id) {
        return affiliations.find(id).orElseThrow(() -> Problem.notFound("affiliation"));
    }
}
