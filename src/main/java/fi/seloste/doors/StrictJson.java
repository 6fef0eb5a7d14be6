package fi.seloste.doors;

import com.fasterxml.jackson.annotation.Nulls;
import fi.seloste.base.Day;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON that is sent is taken by the word: a field that nobody knows is refused and not passed over, 5 is not "5", and a list holds no
 * nulls. A misspelt field would otherwise seem to have been taken.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson implements WebMvcConfigurer {

    private static final List<String> UNASKED = List.of("yaml", "cbor", "smile", "xml");

    /** Libraries on the path would offer YAML and CBOR for every body and answer, past everything that is asked of JSON. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(
                all -> all.removeIf(one -> one.getSupportedMediaTypes().stream().anyMatch(StrictJson::isUnasked)));
    }

    private static boolean isUnasked(MediaType type) {
        return UNASKED.stream().anyMatch(type.getSubtype()::contains);
    }

    @Bean
    JsonMapperBuilderCustomizer byTheWord() {
        return StrictJson::strict;
    }

    static void strict(JsonMapper.Builder builder) {
        builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .addModule(new SimpleModule("times")
                        .addDeserializer(LocalDate.class, new Days())
                        .addDeserializer(Instant.class, new Times()));
        builder.withCoercionConfig(
                LogicalType.Textual,
                text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    /** A time that the database can hold, with its zone. */
    private static final class Times extends StdScalarDeserializer<Instant> {

        Times() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            var text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getString() : "";
            try {
                var at = OffsetDateTime.parse(text);
                if (at.getYear() >= 1 && at.getYear() <= 9999) {
                    return at.toInstant();
                }
            } catch (DateTimeException e) {
                // told below
            }
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a time");
        }
    }

    private static final class Days extends StdScalarDeserializer<LocalDate> {

        Days() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            return Day.parse(String.valueOf(parser.currentName()), parser.getString());
        }
    }
}
