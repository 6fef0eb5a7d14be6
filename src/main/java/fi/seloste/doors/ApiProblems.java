package fi.seloste.doors;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The problems that calls can be answered with (RFC 9457), each said once and referred to where it can occur. */
final class ApiProblems {

    private static final String REF = "#/components/schemas/Problem";

    private static final Map<String, String> KNOWN = new TreeMap<>(Map.ofEntries(
            Map.entry("400", "What was sent cannot be taken; `field` names it, `detail` says why."),
            Map.entry("401", "There is no token, or none that is valid."),
            Map.entry("403", "The token lacks the purpose, the action or the scope."),
            Map.entry("404", "There is no such thing, or none that the purpose may see."),
            Map.entry("406", "It is not told in the form that `Accept` asks for."),
            Map.entry("409", "Right in itself, but not with what is there now."),
            Map.entry(
                    "412",
                    "Somebody changed it meanwhile; `conflicts` holds both values where fields can be told apart."),
            Map.entry("413", "It is too large; `detail` names the limit."),
            Map.entry("415", "This kind of content is not taken; `detail` names those that are."),
            Map.entry("422", "The `Idempotency-Key` was used for another call."),
            Map.entry("429", "Too many calls; try again after the seconds in `Retry-After`.")));

    private ApiProblems() {}

    static void declare(Components components) {
        components.addSchemas("Problem", schema());
        KNOWN.forEach((status, text) -> {
            var answer = new ApiResponse()
                    .description(text)
                    .content(new Content()
                            .addMediaType(
                                    "application/problem+json", new MediaType().schema(new Schema<>().$ref(REF))));
            if (status.equals("429")) {
                answer.addHeaderObject("Retry-After", ApiCalls.text("Seconds to wait."));
            }
            if (status.equals("401")) {
                answer.addHeaderObject("WWW-Authenticate", ApiCalls.text("Bearer."));
            }
            components.addResponses("Problem" + status, answer);
        });
    }

    private static Schema<?> schema() {
        var schema = new ObjectSchema();
        schema.addProperty("type", new StringSchema().format("uri"));
        schema.addProperty("title", new StringSchema());
        schema.addProperty("status", new IntegerSchema());
        schema.addProperty("detail", new StringSchema());
        schema.addProperty("instance", new StringSchema());
        schema.addProperty("field", new StringSchema());
        schema.addProperty("reference", new StringSchema());
        schema.addProperty("version", new IntegerSchema());
        var both = new ObjectSchema();
        both.addProperty("field", new StringSchema().description("The field that both changed."));
        both.addProperty("yours", text("What was sent."));
        both.addProperty("theirs", text("What is there by now."));
        schema.addProperty("conflicts", new ArraySchema().items(both));
        schema.setRequired(List.of("type", "title", "status", "detail"));
        return schema;
    }

    private static Schema<?> text(String description) {
        var schema = new Schema<>().description(description);
        schema.addType("string");
        schema.addType("null");
        return schema;
    }

    /** Those that this call can be answered with. */
    static void of(ApiCalls.Way way) {
        add(way, true, "400");
        add(way, !way.isPublic(), "401", "403");
        add(way, way.namesOne(), "404");
        add(way, isToldInSeveralForms(way), "406");
        add(way, way.changes(), "409");
        add(way, way.takesCondition(), "412");
        add(way, way.hasBody(), "413", "415");
        add(way, way.method().equals("POST"), "422");
        add(way, true, "429");
    }

    private static boolean isToldInSeveralForms(ApiCalls.Way way) {
        return way.call().getResponses().values().stream()
                .anyMatch(answer ->
                        answer.getContent() != null && answer.getContent().size() > 1);
    }

    private static void add(ApiCalls.Way way, boolean applies, String... statuses) {
        if (applies) {
            for (var status : statuses) {
                way.call()
                        .getResponses()
                        .addApiResponse(status, new ApiResponse().$ref("#/components/responses/Problem" + status));
            }
        }
    }
}
