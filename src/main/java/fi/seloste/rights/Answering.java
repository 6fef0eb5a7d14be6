package fi.seloste.rights;

import fi.seloste.base.LegalTime;
import fi.seloste.base.PersonId;
import fi.seloste.base.Sentence;
import fi.seloste.consents.Consent;
import fi.seloste.consents.ConsentPurposes;
import fi.seloste.consents.Consents;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the person what was done (Art. 12(3)), and keeps the evidence of it. */
@Component
class Answering {

    private final Requests requests;
    private final Parts parts;
    private final NoticeFacts notice;
    private final Repetitions repetitions;
    private final Packages packages;
    private final RecipientTasks tasks;
    private final Certificates certificates;
    private final Erasing erasing;
    private final Letters letters;
    private final Arrivals arrivals;
    private final RequestLinks links;
    private final Subjects people;
    private final Consents consents;
    private final ConsentPurposes declared;
    private final Evidence evidence;
    private final Clock clock;

    Answering(
            Requests requests,
            Parts parts,
            NoticeFacts notice,
            Repetitions repetitions,
            Packages packages,
            RecipientTasks tasks,
            Certificates certificates,
            Erasing erasing,
            Letters letters,
            Arrivals arrivals,
            RequestLinks links,
            Subjects people,
            Consents consents,
            ConsentPurposes declared,
            Evidence evidence,
            Clock clock) {
        this.requests = requests;
        this.parts = parts;
        this.notice = notice;
        this.repetitions = repetitions;
        this.packages = packages;
        this.tasks = tasks;
        this.certificates = certificates;
        this.erasing = erasing;
        this.letters = letters;
        this.arrivals = arrivals;
        this.links = links;
        this.people = people;
        this.consents = consents;
        this.declared = declared;
        this.evidence = evidence;
        this.clock = clock;
    }

    void answer(Request request) {
        if (request.isOfNobody()) {
            tellAll(request, request.right() == Right.MARKETING_BAN ? "nobody-ban" : "nobody");
        } else if (request.right() == Right.ERASURE) {
            lastLetter(request);
        } else if (request.right().isAnsweredByCopy()) {
            var link = links.make(request.id(), "answer", RequestLinks.ANSWER_LIVES);
            tellAll(request, "answer", letters.url("/privacy/answer/" + link), RequestLinks.ANSWER_LIVES.toDays());
        } else if (request.right() == Right.RESTRICTION
                && !parts.of(request.id()).isEmpty()) {
            tellAll(request, "done-restriction-part", named(request));
        } else if (request.right() == Right.WITHDRAWAL) {
            tellWithdrawn(request);
        } else {
            tellAll(request, "done-" + request.right().code());
        }
        requests.answered(request.id(), clock.instant());
        record("request-answered", request, Map.of("right", request.right().code()));
    }

    /** The categories it is about, as the notice calls them. */
    private String named(Request request) {
        var told = notice.in(
                to(request).map(Letters.To::language).orElse(request.asker().locale()));
        return parts.of(request.id()).stream()
                .map(one -> "- " + told.nameOf(one))
                .collect(Collectors.joining("\n"));
    }

    /** Which consents ended, that what was done before stays lawful, and what a withdrawal does not end. */
    private void tellWithdrawn(Request request) {
        var language =
                to(request).map(Letters.To::language).orElse(request.asker().locale());
        var gone = consents.endedBy(request.id()).stream()
                .map(one -> "- " + named(one, language))
                .collect(Collectors.joining("\n"));
        var person = request.asker().person();
        boolean marketed = person != null
                && declared.isMarketedToWithout()
                && people.find(person).filter(known -> !known.isBanned()).isPresent();
        Object ban = marketed ? Sentence.of("rights.letter.offerBan", letters.url("/privacy?right=marketing-ban")) : "";
        tellAll(request, gone.isEmpty() ? "done-withdrawal-nothing" : "done-withdrawal", gone, ban);
    }

    private String named(Consent consent, Locale language) {
        return Sentence.of(
                        "rights.letter.consent",
                        declared.name(consent.aim(), language),
                        LegalTime.dayOf(consent.given().at(), LegalDay.PLACE))
                .in(language);
    }

    /** The row of the person is gone, so this letter belongs to nobody; it is removed as soon as the mail server took it. */
    private void lastLetter(Request request) {
        var address = erasing.sealed(request.id()).address();
        if (address == null || address.isEmpty()) {
            return;
        }
        long kept = erasing.keptRows(request.id());
        var to = new Letters.To(address, null, request.asker().locale());
        var letter = letters.sendWith(
                also(request, to.language()), kept == 0 ? "erased" : "erased-partly", to, request.number(), kept);
        certificates.lastLetter(request.id(), letter);
    }

    /** A letter about a request; its first argument is always the number. */
    void tell(Request request, String kind, Object... more) {
        to(request).ifPresent(to -> arrivals.letter(letters.send(kind, to, arguments(request, more)), request.id()));
    }

    /** The same for an answer: it is that of the requests that were linked to this one, and says so. */
    void tellAll(Request request, String kind, Object... more) {
        to(request).ifPresent(to -> {
            var also = also(request, to.language());
            arrivals.letter(letters.sendWith(also, kind, to, arguments(request, more)), request.id());
        });
    }

    private static Object[] arguments(Request request, Object[] more) {
        return Stream.concat(Stream.of(request.number()), Arrays.stream(more)).toArray();
    }

    private String also(Request request, Locale language) {
        var numbers = repetitions.waitingFor(request.id()).stream()
                .map(Request::number)
                .toList();
        return numbers.isEmpty()
                ? ""
                : Sentence.of("rights.letter.also", numbers.size(), String.join(", ", numbers))
                        .in(language);
    }

    /** With the first of a row all end: whoever asks thrice is answered once. */
    void endAll(Request request, Request.State state) {
        var now = clock.instant();
        requests.end(request.id(), state, now);
        for (var one : repetitions.waitingFor(request.id())) {
            requests.answered(one.id(), now);
            requests.end(one.id(), state, now);
            record("request-answered-with", one, Map.of("earlier", request.number()));
        }
    }

    /** The address on file wins over the one somebody asked from. */
    Optional<Letters.To> to(Request request) {
        var asker = request.asker();
        var person = asker.person();
        var language = Locale.of(person == null ? asker.language() : people.languageOf(person, asker.language()));
        return address(person, asker.email()).map(address -> new Letters.To(address, person, language));
    }

    private Optional<String> address(@Nullable PersonId person, @Nullable String email) {
        var onFile = person == null ? Optional.<String>empty() : people.addressOnFile(person, email);
        return onFile.or(() -> Optional.ofNullable(email)).filter(address -> !address.isBlank());
    }

    /** What recipients sent or confirmed in the meantime belongs into the answer that stays. */
    void reissue(Request request) {
        var person = request.asker().person();
        if (person == null || tasks.list(request.id()).isEmpty()) {
            return;
        }
        if (request.right().isAnsweredByCopy()) {
            packages.remake(request, person);
        } else if (request.right() == Right.ERASURE) {
            erasing.recertify(request);
        }
    }

    void record(String act, Request request, Map<String, ?> detail) {
        record(Acts.SYSTEM, act, request, detail);
    }

    void record(fi.seloste.base.Actor actor, String act, Request request, Map<String, ?> detail) {
        var entry = Act.of(act).about("request", request.id().value()).with(detail);
        var person = request.asker().person();
        evidence.record(actor, person == null ? entry : entry.on(person));
    }
}
