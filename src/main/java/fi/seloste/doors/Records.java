package fi.seloste.doors;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers which record a schema was made from: what may be null says the record itself, and the library does not ask it. */
final class Records implements ModelConverter {

    private static final String REF = "#/components/schemas/";

    private final Map<String, Class<?>> byName = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var schema = chain.next().resolve(type, context, chain);
        if (schema != null && type.getType() != null) {
            var raw = Json.mapper().constructType(type.getType()).getRawClass();
            var name = schema.get$ref() == null
                    ? schema.getName()
                    : schema.get$ref().substring(REF.length());
            if (raw.isRecord() && name != null) {
                byName.putIfAbsent(name, raw);
            }
        }
        return schema;
    }

    Optional<Class<?>> of(String schema) {
        return Optional.ofNullable(byName.get(schema));
    }
}
