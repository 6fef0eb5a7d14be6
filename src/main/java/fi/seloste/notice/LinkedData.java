package fi.seloste.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notice and record of processing as JSON-LD in terms of the Data Privacy Vocabulary 2.3. Only terms and the controller's own words: no
 * data of any person.
 */
public final class LinkedData {

    private final Declaration declaration;

    private LinkedData(Declaration declaration) {
        this.declaration = declaration;
    }

    public static Map<String, Object> ofNotice(Declaration declaration) {
        return new LinkedData(declaration).document("#notice", "dpv:PrivacyNotice");
    }

    public static Map<String, Object> ofRecord(Declaration declaration) {
        return new LinkedData(declaration).document("#record", "dpv:RecordsOfActivities");
    }

    /** What is kept: the categories of the declaration, and the tables that keep them, as whoever knows them says. */
    public static Map<String, Object> ofMap(Declaration declaration, List<Map<String, Object>> tables) {
        return new LinkedData(declaration).map(tables);
    }

    /** Something about one purpose, such as a consent to it, followed by what the notice says of the purpose. */
    public static Map<String, Object> about(Declaration declaration, Map<String, Object> head, String purpose) {
        return new LinkedData(declaration).about(head, purpose);
    }

    /** The controller, as a node that others hang on their own. */
    public static Map<String, Object> controllerOf(Declaration declaration) {
        return new LinkedData(declaration).controller();
    }

    private Map<String, Object> about(Map<String, Object> head, String id) {
        var graph = new ArrayList<Object>(List.of(head));
        declaration.purpose(id).ifPresent(purpose -> {
            graph.add(process(purpose));
            declaration.categoriesOf(id).forEach(one -> graph.add(category(one)));
            declaration.recipientsInUse().stream()
                    .filter(one -> one.scope().purposes().contains(id))
                    .forEach(one -> graph.add(recipient(one)));
        });
        return ordered("@context", context(), "@graph", graph);
    }

    private Map<String, Object> map(List<Map<String, Object>> tables) {
        var head = node("#data-map", "dpv:Process");
        head.put("dct:title", words(declaration.heading().title()));
        head.put("dct:modified", declaration.heading().days().updated().toString());
        head.put("dpv:hasDataController", controller());
        head.put(
                "dpv:hasPersonalData",
                refs(declaration.processing().categories().keySet().stream().map(one -> "#category-" + one)));
        var graph = new ArrayList<Object>();
        graph.add(head);
        declaration.processing().categories().values().forEach(one -> graph.add(category(one)));
        graph.addAll(tables);
        return ordered("@context", context(), "@graph", graph);
    }

    private static Map<String, Object> context() {
        var context = new LinkedHashMap<String, Object>(Terms.PREFIXES);
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return context;
    }

    private Map<String, Object> document(String id, String type) {
        var head = node(id, type);
        head.put("dct:title", words(declaration.heading().title()));
        head.put("dct:created", declaration.heading().days().prepared().toString());
        head.put("dct:modified", declaration.heading().days().updated().toString());
        head.put("dpv:hasIdentifier", "sha256:" + NoticeJson.sha256(declaration));
        head.put("dpv:hasStatus", ref("dpv:NoticeGenerated"));
        head.put("dpv:hasDataController", controller());
        head.put("dpv:hasRight", rights());
        head.put(
                "dpv:hasProcess",
                refs(declaration.processing().purposes().keySet().stream().map(one -> "#purpose-" + one)));
        var graph = new ArrayList<Object>();
        graph.add(head);
        declaration.processing().purposes().values().forEach(one -> graph.add(process(one)));
        declaration.processing().categories().values().forEach(one -> graph.add(category(one)));
        declaration.recipientsInUse().forEach(one -> graph.add(recipient(one)));
        if (declaration.promises().texts().get("security") instanceof Text security) {
            var measures = node("#security", "dpv:TechnicalOrganisationalMeasure");
            measures.put("dct:description", words(security));
            graph.add(measures);
        }
        return ordered("@context", context(), "@graph", graph);
    }

    private Map<String, Object> controller() {
        var controller = node("#controller", "dpv:DataController");
        put(controller, "dpv:hasName", declaration.controller().identity().name());
        var businessId = declaration.controller().identity().businessId();
        put(controller, "dpv:hasIdentifier", businessId.isEmpty() ? null : businessId);
        put(controller, "dpv:hasAddress", declaration.controller().reach().address());
        put(controller, "dpv:hasContact", declaration.controller().reach().email());
        declaration.controller().office(Controller.Office.Kind.DPO).ifPresent(office -> {
            var officer = node("#dpo", "dpv:DataProtectionOfficer");
            officer.put("dpv:hasName", words(office.name()));
            put(officer, "dpv:hasContact", office.reach().email());
            controller.put("dpv:hasDataProtectionOfficer", officer);
        });
        if (declaration.controller().authority() instanceof Controller.Authority known) {
            var authority = node("#authority", "dpv:DataProtectionAuthority");
            authority.put("dpv:hasName", words(known.name()));
            put(authority, "dpv:hasContact", known.reach().email());
            controller.put("dpv:hasAuthority", authority);
        }
        return controller;
    }

    private List<Object> rights() {
        return refs(declaration.promises().rights().keySet().stream()
                .map(NoticeRight::term)
                .distinct());
    }

    private Map<String, Object> process(DeclaredPurpose purpose) {
        var process = node("#purpose-" + purpose.id(), "dpv:Process");
        process.put("dct:title", words(purpose.name()));
        process.put("dct:description", words(purpose.wording().text()));
        process.put("dpv:hasPurpose", refs(purpose.terms().stream()));
        process.put("dpv:hasLegalBasis", ref(purpose.basis().term()));
        process.put(
                "dpv:hasPersonalData",
                refs(declaration.categoriesOf(purpose.id()).map(one -> "#category-" + one.id())));
        if (declaration.promises().texts().get("security") instanceof Text) {
            process.put("dpv:hasTechnicalOrganisationalMeasure", ref("#security"));
        }
        process.put("dpv:hasDataSubject", refs(groupTerms(purpose)));
        process.put(
                "dpv:hasRecipient",
                refs(declaration.recipientsInUse().stream()
                        .filter(one -> one.scope().purposes().contains(purpose.id()))
                        .map(one -> "#recipient-" + one.id())));
        return process;
    }

    private Stream<String> groupTerms(DeclaredPurpose purpose) {
        return declaration
                .categoriesOf(purpose.id())
                .flatMap(category -> category.links().groups().stream())
                .distinct()
                .map(declaration.processing().groups()::get)
                .filter(Objects::nonNull)
                .flatMap(group -> group.terms().stream())
                .distinct();
    }

    private Map<String, Object> category(Category category) {
        var node = node("#category-" + category.id(), category.terms().toArray(String[]::new));
        node.put("dct:title", words(category.name()));
        node.put("dct:description", words(category.wording().data()));
        node.put(
                "dpv:hasDataSource",
                refs(category.links().sources().stream()
                        .map(declaration.processing().sources()::get)
                        .filter(Objects::nonNull)
                        .map(source -> source.kind().term())
                        .distinct()));
        node.put(
                "dpv:hasStorageCondition",
                category.retention().rules().stream().map(this::storage).toList());
        return node;
    }

    private Map<String, Object> storage(RetentionRule rule) {
        // A value may carry a datatype only (JSON-LD 1.1, 4.2.1), so the kind of duration is a node and its length a
        // value of it.
        var duration = ordered(
                "@type",
                "dpv:TemporalDuration",
                "rdf:value",
                ordered("@value", rule.period().toString(), "@type", "xsd:duration"));
        var storage = ordered("@type", "dpv:StorageCondition", "dpv:hasDuration", duration);
        storage.put("dct:description", rule.anchor().code());
        storage.put("dpv:hasProcessing", ref(rule.action().term()));
        storage.put("dpv:hasJustification", words(rule.ground().text()));
        if (rule.purpose() != null) {
            storage.put("dpv:hasPurpose", ref("#purpose-" + rule.purpose()));
        }
        return storage;
    }

    private Map<String, Object> recipient(Recipient recipient) {
        var type = recipient.role() == Recipient.Role.PROCESSOR ? "dpv:DataProcessor" : "dpv:Recipient";
        var node = node("#recipient-" + recipient.id(), type);
        node.put("dpv:hasName", words(recipient.wording().name()));
        node.put("dct:description", words(recipient.wording().does()));
        put(node, "dpv:hasCountry", recipient.place().country());
        if (recipient.place().safeguard() != null) {
            node.put("dpv:hasLegalBasis", ref(recipient.place().safeguard().term()));
        }
        return node;
    }

    private static Map<String, Object> node(String id, String... types) {
        var node = ordered("@id", id);
        if (types.length > 0) {
            node.put("@type", types.length == 1 ? types[0] : List.of(types));
        }
        return node;
    }

    private static void put(Map<String, Object> node, String key, @Nullable String value) {
        if (value != null) {
            node.put(key, value);
        }
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static Map<String, Object> ref(String id) {
        return ordered("@id", id);
    }

    private static List<Object> refs(Stream<String> ids) {
        return ids.map(id -> (Object) ref(id)).toList();
    }

    private static List<Object> words(Text text) {
        return text.byLanguage().entrySet().stream()
                .map(entry -> (Object) ordered("@value", entry.getValue(), "@language", entry.getKey()))
                .toList();
    }
}
