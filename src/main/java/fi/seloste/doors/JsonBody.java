package fi.seloste.doors;

import fi.seloste.base.Problem;
import fi.seloste.base.Signs;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Looks through JSON token by token, without making anything of it. */
final class JsonBody {

    static final int DEEPEST = 20;
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern INDEX = Pattern.compile("/(\\d+)(?=/|$)");

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private JsonBody() {}

    static void examine(byte[] body) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            try {
                examine(parser);
            } catch (JacksonException e) {
                throw problem(e, field(parser));
            }
        }
    }

    private static void examine(JsonParser parser) {
        boolean ended = false;
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (ended) {
                var at = parser.currentTokenLocation();
                throw Problem.invalid(null, "api.json.malformed", at.getLineNr(), at.getColumnNr());
            }
            if (token == JsonToken.PROPERTY_NAME || token == JsonToken.VALUE_STRING) {
                var text = parser.getString();
                if (Signs.unkeepable(text)) {
                    throw Problem.invalid(field(parser), "value.text.sign", field(parser));
                }
            }
            ended = parser.streamReadContext().inRoot();
        }
    }

    private static Problem problem(JacksonException thrown, String field) {
        var said = String.valueOf(thrown.getOriginalMessage());
        if (thrown instanceof StreamConstraintsException) {
            return said.contains("nesting depth")
                    ? Problem.invalid(field, "api.json.deep", DEEPEST)
                    : Problem.invalid(field, "api.json.number", field, LONGEST_NUMBER);
        }
        if (said.startsWith("Duplicate")) {
            return Problem.invalid(field, "api.json.twice", field);
        }
        var at = thrown.getLocation();
        int line = at == null ? 1 : at.getLineNr();
        int column = at == null ? 1 : at.getColumnNr();
        return field.isEmpty()
                ? Problem.invalid(null, "api.json.malformed", line, column)
                : Problem.invalid(field, "api.json.malformedAt", line, column, field);
    }

    /** Where the parser stands, as one would write it: {@code emails[0].value}. */
    private static String field(JsonParser parser) {
        var pointer = parser.streamReadContext().pathAsPointer().toString();
        var shown = INDEX.matcher(pointer).replaceAll("[$1]").replace('/', '.');
        var field = shown.startsWith(".") ? shown.substring(1) : shown;
        return Signs.unkeepable(field) ? field.replaceAll("[\\x00\\ud800-\\udfff]", "\ufffd") : field;
    }
}
