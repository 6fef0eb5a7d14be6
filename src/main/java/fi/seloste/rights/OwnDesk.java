package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.consents.ConsentDesk;
import fi.seloste.consents.Consents;
import fi.seloste.datamap.Walk;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.PartialRestrictions;
import fi.seloste.retention.Keeping;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person who proved to be the person sees and does on their own page. */
@Component
class OwnDesk {

    private final Requests requests;
    private final RequestLinks links;
    private final Packages packages;
    private final PartialRestrictions partial;
    private final Answering answering;
    private final Progress progress;
    private final Walk walk;
    private final NoticeFacts notice;
    private final Keeping keeping;
    private final Consents consents;
    private final ConsentDesk consentDesk;
    private final Evidence evidence;
    private final Purposes purposes;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final LegalDay today;
    private final Clock clock;

    OwnDesk(
            Requests requests,
            RequestLinks links,
            Packages packages,
            PartialRestrictions partial,
            Answering answering,
            Progress progress,
            Walk walk,
            NoticeFacts notice,
            Keeping keeping,
            Consents consents,
            ConsentDesk consentDesk,
            Evidence evidence,
            Purposes purposes,
            Jobs jobs,
            JdbcClient jdbc,
            LegalDay today,
            Clock clock) {
        this.requests = requests;
        this.links = links;
        this.packages = packages;
        this.partial = partial;
        this.answering = answering;
        this.progress = progress;
        this.walk = walk;
        this.notice = notice;
        this.keeping = keeping;
        this.consents = consents;
        this.consentDesk = consentDesk;
        this.evidence = evidence;
        this.purposes = purposes;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.today = today;
        this.clock = clock;
    }

    /** Why do you have me: each answer is read where it is kept, values on the public login under its policy. */
    OwnPage page(String link, Asking.Opened opened, Locale language) {
        var person = opened.person();
        var told = notice.in(language);
        var facts = purposes.asSubject(person, () -> facts(told));
        var agreed = purposes.asSubject(person, () -> consentDesk.rows(consents.of(person), language));
        return purposes.as(Purpose.RIGHTS, () -> {
            var sections =
                    walk.sections(person).stream().filter(s -> s.rows() > 0).toList();
            return new OwnPage(
                    link,
                    new OwnPage.Facts(
                            facts.isEmpty() ? "" : facts.getFirst().value(),
                            facts,
                            keeping.explained(person)
                                    .map(kept -> kept.in(language))
                                    .orElse(""),
                            marks(person, told)),
                    agreed,
                    kept(sections, told),
                    recipients(sections, told),
                    requests.ofPerson(person).stream().map(one -> row(one)).toList());
        });
    }

    private List<OwnPage.Fact> facts(Told told) {
        return jdbc.sql("""
                        select 'name' as kind, name as value, source, source_detail as detail, sourced_on
                          from register.person
                         where name <> ''
                        union all
                        select kind, value, source, source_detail, sourced_on from register.contact_point""").query(Datum.class).list().stream()
                .map(d -> new OwnPage.Fact(
                        d.kind(),
                        d.value(),
                        told.sources().getOrDefault(d.source(), d.source())
                                + (d.detail() == null ? "" : ": " + d.detail()),
                        d.sourcedOn()))
                .toList();
    }

    record Datum(
            String kind,
            String value,
            String source,
            @org.jspecify.annotations.Nullable String detail,
            java.time.LocalDate sourcedOn) {}

    private OwnPage.Marks marks(PersonId person, Told told) {
        int standing = jdbc.sql("select standing from register.person where person_id = :person")
                .param("person", person.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
        return new OwnPage.Marks(
                (standing & 17) != 0,
                (standing & 2) != 0,
                partial.of(person).stream().map(told::nameOf).distinct().toList(),
                evidence.consultationsOf(person).size());
    }

    private static List<OwnPage.Kept> kept(List<Walk.Section> sections, Told told) {
        Map<String, Long> rows = new LinkedHashMap<>();
        sections.forEach(s -> rows.merge(told.declared(s.table().category()), s.rows(), Long::sum));
        var kept = new ArrayList<OwnPage.Kept>();
        rows.forEach((category, count) -> {
            var one = told.category(category);
            kept.add(new OwnPage.Kept(
                    told.nameOf(category),
                    count,
                    one.map(k -> k.goals().stream().map(Told.Goal::name).collect(Collectors.joining(", ")))
                            .orElse(""),
                    one.map(Told.Kept::until).orElse("")));
        });
        return kept;
    }

    private static List<String> recipients(List<Walk.Section> sections, Told told) {
        var held =
                sections.stream().map(s -> told.declared(s.table().category())).collect(Collectors.toSet());
        return told.receivers().stream()
                .filter(r -> r.reach().keepsCopies() && r.categories().stream().anyMatch(held::contains))
                .map(r -> r.name() + ": " + r.does())
                .toList();
    }

    private OwnPage.Asked row(Request one) {
        return new OwnPage.Asked(
                one.number(),
                one.right().code(),
                one.state().code(),
                one.deadline(today.get()).due(),
                one.right().isAnsweredByCopy() && packages.find(one.id()).isPresent()
                        ? one.id().toString()
                        : null);
    }

    /** Another right by one click: who asks is proved already. What waits already is not asked for twice. */
    Request ask(Asking.Opened opened, Right right, String language) {
        var id = purposes.as(Purpose.RIGHTS, () -> {
            var person = opened.person();
            return requests.ofPerson(person).stream()
                    .filter(one -> one.right() == right && one.state().isOpen() && one.isProved())
                    .map(Request::id)
                    .findFirst()
                    .orElseGet(() -> add(opened, right, language));
        });
        progress.run(id);
        return purposes.as(Purpose.RIGHTS, () -> requests.get(id));
    }

    private RequestId add(Asking.Opened opened, Right right, String language) {
        var first = requests.get(opened.request());
        var asker = new Request.Asker(
                opened.person(), first.asker().email(), first.asker().name(), null, language);
        var request = new Request(
                RequestId.next(),
                requests.nextNumber(today.get()),
                right,
                Request.State.RECEIVED,
                asker,
                new Request.Course(
                        new Request.Received(today.get(), clock.instant(), "own-page", null),
                        null,
                        null,
                        List.of(),
                        new Request.Outcome(null, null, null, null)));
        var actor = Actor.subject(opened.person());
        requests.add(request);
        requests.matched(request.id(), opened.person(), clock.instant());
        requests.prove(
                request.id(), opened.person(), new Request.Proof(Request.Proof.How.CODE, clock.instant()), actor, null);
        answering.record(actor, "request-received", request, Map.of("right", right.code(), "channel", "own-page"));
        if (right.needsProof()) {
            answering.tell(
                    request,
                    "received",
                    right.words(),
                    request.deadline(today.get()).due());
        } else {
            requests.decide(request.id(), actor, clock.instant());
        }
        jobs.later(Progress.JOB, request.id().toString());
        return request.id();
    }

    /** The code that opens the answer, to the address on file. */
    void sendDownloadCode(Asking.Opened opened) {
        purposes.as(Purpose.RIGHTS, () -> {
            var request = requests.lock(opened.request());
            if (links.codesOfLastHour(request.id()) >= 6) {
                throw Problem.conflict("rights.code.tooMany", request.number());
            }
            answering.tell(request, "download", links.makeCode(request.id(), "download"));
        });
    }

    /** On the own page an answer of the same person opens without another code. */
    RequestId ownAnswer(Asking.Opened opened, RequestId wanted) {
        return purposes.as(
                Purpose.RIGHTS,
                () -> requests.find(wanted)
                        .filter(one -> opened.person().equals(one.asker().person()))
                        .map(Request::id)
                        .orElseThrow(() -> Problem.notFound("package")));
    }
}
