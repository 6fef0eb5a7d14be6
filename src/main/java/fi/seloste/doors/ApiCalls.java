package fi.seloste.doors;

import fi.seloste.staff.Doors;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Completes what the document says of each call: who may make it, what it takes, and every answer that it can give. */
final class ApiCalls {

    static final String ROOT = "/api/v1";

    private final ApiWords words;
    private final RequestMappingHandlerMapping handlers;

    ApiCalls(ApiWords words, RequestMappingHandlerMapping handlers) {
        this.words = words;
        this.handlers = handlers;
    }

    void describe(OpenAPI document) {
        ApiProblems.declare(document.getComponents());
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, call) -> {
                    var handler = handler(method.name(), path).orElseThrow();
                    var said = words.call(method.name(), path.substring(ROOT.length()));
                    said.ifPresent(one -> tell(call, one, handler));
                    var way = new Way(
                            method.name(),
                            path,
                            handler,
                            call,
                            said.filter(ApiWords.Call::etag).isPresent());
                    parameters(way);
                    said.ifPresent(one -> success(way, one));
                    ApiContents.asText(way.call().getRequestBody());
                    ApiProblems.of(way);
                }));
        document.setPaths(ordered(document.getPaths()));
    }

    private Paths ordered(Paths paths) {
        var order = words.order().stream()
                .map(call -> ROOT + call.substring(call.indexOf(' ') + 1))
                .distinct()
                .toList();
        var ordered = new Paths();
        order.stream().filter(paths::containsKey).forEach(path -> ordered.addPathItem(path, paths.get(path)));
        paths.forEach(ordered::putIfAbsent);
        return ordered;
    }

    /** A call on its way: by which method, to which address, and who answers it. */
    record Way(String method, String path, HandlerMethod handler, Operation call, boolean etag) {

        boolean changes() {
            return !method.equals("GET");
        }

        boolean isPublic() {
            return Doors.open(handler).isPresent();
        }

        boolean takesCondition() {
            return etag && (method.equals("PATCH") || method.equals("PUT"));
        }

        boolean hasBody() {
            return call.getRequestBody() != null;
        }

        boolean namesOne() {
            return path.contains("{");
        }
    }

    private Optional<HandlerMethod> handler(String method, String path) {
        return handlers.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getKey().getPatternValues().contains(path)
                        && one.getKey().getMethodsCondition().getMethods().stream()
                                .anyMatch(known -> known.name().equals(method)))
                .map(java.util.Map.Entry::getValue)
                .findFirst();
    }

    private static void tell(Operation call, ApiWords.Call said, HandlerMethod handler) {
        call.setOperationId(said.id());
        call.setTags(List.of(said.tag()));
        call.setSummary(said.summary());
        call.setDescription((said.text() + "\n\n" + needs(handler)).strip());
        if (Doors.open(handler).isPresent()) {
            call.setSecurity(List.of());
        }
    }

    private static String needs(HandlerMethod handler) {
        return Doors.needs(handler)
                .map(needs -> "Needs %s with the action `%s`%s."
                        .formatted(purposes(needs), needs.action().code(), needs.whole() ? " and the scope `all`" : ""))
                .orElse("Open to everybody, without a token.");
    }

    private static String purposes(Needs needs) {
        var known = Arrays.stream(needs.purpose())
                .map(purpose -> "`" + purpose.code() + "`")
                .collect(Collectors.joining(" or "));
        return needs.chosen() ? "the purpose in `Seloste-Purpose`, else " + known + "," : "the purpose " + known;
    }

    private void parameters(Way way) {
        var kept = new ArrayList<Parameter>();
        for (var parameter : Objects.requireNonNullElse(way.call().getParameters(), List.<Parameter>of())) {
            if (parameter.getIn().equals("path")) {
                kept.add(parameter.schema(id(parameter)).required(true));
            }
        }
        if (ApiContents.takesFile(way)) {
            way.call().setRequestBody(ApiContents.upload());
        } else {
            QueryCheck.known(way.handler()).forEach(name -> kept.add(query(name, way)));
        }
        Doors.needs(way.handler())
                .filter(Needs::chosen)
                .ifPresent(needs -> kept.add(header("Seloste-Purpose", purposesOfStaff())));
        if (way.method().equals("POST")) {
            kept.add(header("Idempotency-Key", new StringSchema().minLength(1).maxLength(200)));
        }
        if (way.takesCondition()) {
            kept.add(header("If-Match", new StringSchema()));
        }
        kept.forEach(parameter -> words.parameter(parameter.getName()).ifPresent(parameter::setDescription));
        way.call().setParameters(kept);
    }

    private static Schema<?> id(Parameter parameter) {
        return parameter.getName().equals("number")
                ? new IntegerSchema().minimum(java.math.BigDecimal.ONE)
                : new StringSchema().format("uuid");
    }

    private static Parameter query(String name, Way way) {
        var required = way.path().endsWith("/check");
        return new Parameter().in("query").name(name).required(required).schema(typed(name, way.path()));
    }

    private static Schema<?> typed(String name, String path) {
        return switch (name) {
            case "limit" ->
                new IntegerSchema().minimum(java.math.BigDecimal.ONE)._default(50);
            case "since" -> new IntegerSchema();
            case "banned", "restricted", "uninformed", "past" -> new io.swagger.v3.oas.models.media.BooleanSchema();
            case "actSince", "actBefore" -> new StringSchema().format("date");
            case "organisation", "owner" -> new StringSchema().format("uuid");
            case "sort" -> sorts(path);
            default -> new StringSchema();
        };
    }

    private static Schema<?> sorts(String path) {
        var sorts = new StringSchema();
        sorts.addEnumItem("name").addEnumItem("-name").addEnumItem("changed").addEnumItem("-changed");
        return path.endsWith("/people") ? sorts.addEnumItem("organisation").addEnumItem("-organisation") : sorts;
    }

    private static Schema<?> purposesOfStaff() {
        var schema = new StringSchema();
        Purpose.ofStaff().forEach(purpose -> schema.addEnumItem(purpose.code()));
        return schema;
    }

    private static Parameter header(String name, Schema<?> schema) {
        return new Parameter().in("header").name(name).required(false).schema(schema);
    }

    private static void success(Way way, ApiWords.Call said) {
        var answers = way.call().getResponses();
        var first = answers.keySet().stream()
                .filter(status -> status.startsWith("2"))
                .findFirst();
        var answer = first.map(answers::remove).orElseGet(ApiResponse::new);
        answer.setDescription(said.status().equals("204") ? "Done." : said.summary() + ".");
        if (said.status().equals("204")) {
            answer.setContent(null);
        }
        if (said.file() != null) {
            answer.setContent(ApiContents.file(said.file()));
        }
        if (said.answers() != null) {
            answer.setContent(ApiContents.json(said.answers()));
        }
        ApiContents.mend(answer.getContent());
        if (said.etag()) {
            answer.addHeaderObject("ETag", text("The version, for If-Match."));
        }
        if (said.status().equals("201")) {
            answer.addHeaderObject("Location", text("Where it is."));
        }
        if (way.method().equals("POST")) {
            answer.addHeaderObject("Idempotency-Replayed", text("true where this is the answer of before."));
        }
        answers.addApiResponse(said.status(), answer);
        if (said.also() != null) {
            answers.addApiResponse(
                    said.also(),
                    new ApiResponse().description("Begun, in the background.").content(answer.getContent()));
        }
        way.call().setResponses(answers);
    }

    static Header text(String description) {
        return new Header().description(description).schema(new StringSchema());
    }
}
