package fi.seloste.rights;

import fi.seloste.base.Known;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.datamap.Eraser;
import fi.seloste.datamap.Scan;
import fi.seloste.installation.Keys;
import fi.seloste.retention.HoldDesk;
import fi.seloste.suppression.Suppression;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Art. 17: the plan, the erasure as the data maps declare it, and the proof that nothing is left. */
@Component
class Erasing {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Eraser eraser;
    private final Scan scan;
    private final Suppression suppression;
    private final Subjects people;
    private final Certificates certificates;
    private final RecipientTasks tasks;
    private final NoticeFacts notice;
    private final Secrets secrets;
    private final Keys keys;
    private final HoldDesk holds;
    private final Clock clock;

    Erasing(
            Eraser eraser,
            Scan scan,
            Suppression suppression,
            Subjects people,
            Certificates certificates,
            RecipientTasks tasks,
            NoticeFacts notice,
            Secrets secrets,
            Keys keys,
            HoldDesk holds,
            Clock clock) {
        this.eraser = eraser;
        this.scan = scan;
        this.suppression = suppression;
        this.people = people;
        this.certificates = certificates;
        this.tasks = tasks;
        this.notice = notice;
        this.secrets = secrets;
        this.keys = keys;
        this.holds = holds;
        this.clock = clock;
    }

    /** What is kept of an erased person until the second scan: identifiers to search for, and where the last letter goes. */
    record Sealed(List<String> identifiers, @Nullable String address) {}

    List<PlanItem> plan(PersonId person, Locale language) {
        return items(eraser.plan(person, holds.heldCategories()), language);
    }

    /** In the running transaction. The prints forbid the next collection before the rows that they are read from are gone. */
    void erase(Request request, PersonId person, List<Journal.Print> journalled) {
        var prints = new LinkedHashSet<>(people.prints(person));
        prints.addAll(journalled);
        var identifiers = new LinkedHashSet<>(people.identifiers(person));
        var address = people.addressOnFile(person, request.asker().email())
                .orElse(request.asker().email());
        suppression.forbidRecollection(
                prints.stream().map(Subjects::fingerprint).toList(), new Suppression.Reason("erasure", request.id()));
        var done = items(eraser.erase(person, holds.heldCategories()), Locale.ENGLISH);
        var sealed = JSON.writeValueAsString(new Sealed(new ArrayList<>(identifiers), address));
        certificates.erased(new Certificates.Erased(
                request.id().value(),
                JSON.writeValueAsString(done),
                prints.size(),
                secrets.seal(sealed),
                null,
                moment()));
    }

    /** Searches as far as it goes at once; asked outside any transaction, since it reads as the owner. */
    Scan.Found scan(Sealed sealed) {
        return scan.atOnce(sealed.identifiers());
    }

    /** Searches every text to the end, however long that takes. */
    Scan.Found scanWhole(Sealed sealed) {
        return new Scan.Found(scan.forIdentifiers(sealed.identifiers()), List.of());
    }

    Sealed sealed(RequestId request) {
        return certificates
                .erasure(request)
                .map(Certificates.Erased::sealed)
                .map(bytes -> JSON.readValue(secrets.open(bytes), Sealed.class))
                .orElse(new Sealed(List.of(), null));
    }

    void certify(Request request, Scan.Found found) {
        var erased = certificates.erasure(request.id()).orElseThrow(() -> Problem.notFound("certificate"));
        var content = new LinkedHashMap<String, Object>();
        content.put("request", request.number());
        content.put("erasedAt", erased.erasedAt().toString());
        content.put("stores", stores(erased));
        content.put("recipients", tasks.list(request.id()));
        content.put("recollectionForbidden", erased.forbidden());
        content.put("scan", Map.of("at", moment().toString(), "hits", found.hits(), "waiting", found.waiting()));
        content.put("keyVersion", keys.version(Keys.SUPPRESSION));
        content.put(
                "codeVersion",
                Objects.requireNonNullElse(Erasing.class.getPackage().getImplementationVersion(), "development"));
        certificates.certify(
                request.id(), JSON.writeValueAsString(content), found.hits().size(), moment());
    }

    /** With the same finding, and with what the recipients confirmed. */
    void recertify(Request request) {
        certify(request, new Scan.Found(List.of(), waiting(request)));
    }

    /** Large tables whose texts the next sweep reads. */
    private List<String> waiting(Request request) {
        return certificates
                .certificate(request.id())
                .map(Certificates.Certificate::content)
                .map(content -> JSON.readTree(content).path("scan").path("waiting"))
                .map(tables ->
                        tables.valueStream().map(table -> table.asString()).toList())
                .orElse(List.of());
    }

    /** What the last scan still found; none where nothing was scanned. */
    int hits(RequestId request) {
        return certificates
                .certificate(request)
                .map(Certificates.Certificate::hits)
                .orElse(0);
    }

    /** Rows about the person that a law keeps. */
    long keptRows(RequestId request) {
        return certificates.erasure(request).stream()
                .flatMap(erased -> stores(erased).stream())
                .filter(item ->
                        "keep-until".equals(item.get("action")) && !"privacy-requests".equals(item.get("category")))
                .mapToLong(item -> ((Number) Known.in(item, "rows")).longValue())
                .sum();
    }

    private static List<Map<String, Object>> stores(Certificates.Erased erased) {
        return JSON.readValue(erased.counts(), new TypeReference<List<Map<String, Object>>>() {});
    }

    /** What was done to each place, as it was written down then. */
    List<PlanItem> done(RequestId request) {
        return certificates
                .erasure(request)
                .map(erased -> JSON.readValue(erased.counts(), new TypeReference<List<PlanItem>>() {}))
                .orElse(List.of());
    }

    Map<String, Object> read(Certificates.Certificate certificate) {
        var content = JSON.readValue(certificate.content(), new TypeReference<LinkedHashMap<String, Object>>() {});
        content.put("id", certificate.certificateId().toString());
        content.put("madeAt", certificate.madeAt().toString());
        if (certificate.secondAt() != null) {
            content.put(
                    "secondScan",
                    Map.of(
                            "at", certificate.secondAt().toString(),
                            "hits", Objects.requireNonNullElse(certificate.secondHits(), 0)));
        }
        return content;
    }

    private List<PlanItem> items(List<Eraser.Item> items, Locale language) {
        var told = notice.in(language);
        return items.stream().map(item -> item(item, told)).toList();
    }

    private static PlanItem item(Eraser.Item item, Told told) {
        var kept = told.category(item.category());
        boolean stays = switch (item.action()) {
            case KEEP_UNTIL, ANONYMISE, NONE -> true;
            case DELETE, UNLINK -> false;
        };
        return new PlanItem(
                item.table().qualified(),
                item.category(),
                item.rows(),
                item.action().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                stays ? kept.map(Told.Kept::until).orElse(null) : null,
                stays ? kept.map(Told.Kept::law).orElse(null) : null);
    }

    private Instant moment() {
        return clock.instant();
    }
}
