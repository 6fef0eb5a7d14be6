package fi.seloste.doors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Completes what the document says of the things that are sent and answered: which fields are always there, which may be null, and words. */
final class ApiSchemas {

    private static final String REF = "#/components/schemas/";

    private final ApiWords words;
    private final Records records;

    ApiSchemas(ApiWords words, Records records) {
        this.words = words;
        this.records = records;
    }

    void describe(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        var sent = new LinkedHashSet<String>();
        var used = new LinkedHashSet<String>();
        document.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(List::stream)
                .forEach(call -> {
                    if (call.getRequestBody() != null) {
                        reach(call.getRequestBody().getContent(), schemas, sent);
                    }
                    answers(call).forEach(content -> reach(content, schemas, used));
                });
        used.addAll(sent);
        answered(document.getComponents()).forEach(content -> reach(content, schemas, used));
        schemas.keySet().retainAll(used);
        schemas.forEach((name, schema) -> describe(name, schema, sent.contains(name)));
    }

    private static List<Content> answers(Operation call) {
        return call.getResponses().values().stream()
                .map(io.swagger.v3.oas.models.responses.ApiResponse::getContent)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Content> answered(Components components) {
        return components.getResponses() == null
                ? List.of()
                : components.getResponses().values().stream()
                        .map(io.swagger.v3.oas.models.responses.ApiResponse::getContent)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static void reach(@Nullable Content content, Map<String, Schema> schemas, Set<String> reached) {
        if (content != null) {
            content.values().forEach(media -> reach(media.getSchema(), schemas, reached));
        }
    }

    private static void reach(@Nullable Schema<?> schema, Map<String, Schema> schemas, Set<String> reached) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null && schema.get$ref().startsWith(REF)) {
            var name = schema.get$ref().substring(REF.length());
            if (reached.add(name)) {
                reach(schemas.get(name), schemas, reached);
            }
        }
        parts(schema).forEach(part -> reach(part, schemas, reached));
    }

    private static List<Schema<?>> parts(Schema<?> schema) {
        var parts = new ArrayList<Schema<?>>();
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(parts::add);
        }
        if (schema.getItems() != null) {
            parts.add(schema.getItems());
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            parts.add(values);
        }
        for (var some : List.of(
                Objects.requireNonNullElse(schema.getAnyOf(), List.<Schema>of()),
                Objects.requireNonNullElse(schema.getOneOf(), List.<Schema>of()),
                Objects.requireNonNullElse(schema.getAllOf(), List.<Schema>of()))) {
            some.forEach(parts::add);
        }
        return parts;
    }

    private void describe(String name, Schema<?> schema, boolean sent) {
        words.schema(name).ifPresent(schema::setDescription);
        if (schema.getProperties() == null) {
            return;
        }
        records.of(name).ifPresent(record -> bind(schema, record, sent));
        var properties = new LinkedHashMap<String, Schema>();
        schema.getProperties().forEach((field, value) -> {
            properties.put(field, worded(name, field, value));
        });
        schema.setProperties(properties);
        if (sent) {
            schema.setAdditionalProperties(false); // unknown fields are refused
        }
    }

    /** Beside a reference words may stand since OpenAPI 3.1. */
    @SuppressWarnings("unchecked")
    private Schema<?> worded(String name, String field, Schema<?> value) {
        words.field(name, field).ifPresent(value::setDescription);
        if (isText(value)) {
            words.values(name, field).forEach(one -> ((Schema<Object>) value).addEnumItemObject(one));
            if (value.getEnum() != null
                    && value.getTypes() != null
                    && value.getTypes().contains("null")) {
                value.addEnumItemObject(null);
            }
        }
        return value;
    }

    private static boolean isText(Schema<?> value) {
        return "string".equals(value.getType())
                || value.getTypes() != null && value.getTypes().contains("string");
    }

    private static void bind(Schema<?> schema, Class<?> record, boolean sent) {
        var required = new ArrayList<String>();
        for (var component : record.getRecordComponents()) {
            var field = named(component);
            var property = schema.getProperties().get(field);
            if (property == null) {
                continue;
            }
            boolean absent = record.isAnnotationPresent(JsonInclude.class)
                    || component.getAccessor().isAnnotationPresent(JsonInclude.class);
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean asked = schema.getRequired() != null && schema.getRequired().contains(field);
            if (nullable && !asked && (sent || !absent)) {
                schema.getProperties().put(field, orNull(property));
            }
            if (asked || !sent && !(nullable && absent)) {
                required.add(field);
            }
        }
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static String named(RecordComponent component) {
        var said = component.getAccessor().getAnnotation(JsonProperty.class);
        return said == null || said.value().isEmpty() ? component.getName() : said.value();
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            var nothing = new Schema<>();
            nothing.addType("null");
            var either = new Schema<>();
            either.setAnyOf(List.of(new Schema<>().$ref(schema.get$ref()), nothing));
            return either;
        }
        if (schema.getTypes() == null && schema.getType() != null) {
            schema.addType(schema.getType());
        }
        if (schema.getTypes() != null) {
            schema.addType("null");
        }
        return schema;
    }
}
