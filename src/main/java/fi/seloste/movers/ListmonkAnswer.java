package fi.seloste.movers;

import fi.seloste.base.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What listmonk's API answers about its subscribers: its export as CSV says nothing of lists, and here each list stands with the status on it. */
final class ListmonkAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> COLUMNS =
            Map.of("email", "email", "name", "name", "status", "status", "attribs", "attributes", "lists", "lists");

    private ListmonkAnswer() {}

    static boolean is(byte[] file) {
        var start = new String(file, 0, Math.min(file.length, 200), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading();
        return start.startsWith("{");
    }

    static List<Exported> people(byte[] file) {
        var data = read(file).path("data");
        var results = data.path("results");
        if (!results.isArray()) {
            throw Problem.invalid("file", "movers.json.unknown");
        }
        int all = data.path("total").asInt(results.size());
        if (results.isEmpty()) {
            throw Problem.invalid("file", "movers.file.empty");
        }
        if (all > results.size()) {
            throw Problem.invalid("file", "movers.json.part", results.size(), all);
        }
        var people = new ArrayList<Exported>();
        for (var one : results) {
            people.add(Listmonk.person(row(people.size() + 1, one)));
        }
        return people;
    }

    private static JsonNode read(byte[] file) {
        try {
            return JSON.readTree(file);
        } catch (JacksonException e) {
            throw Problem.invalid("file", "movers.json.broken");
        }
    }

    private static ExportRow row(long nth, JsonNode one) {
        var cells = new LinkedHashMap<String, String>();
        COLUMNS.forEach((name, column) -> {
            var value = one.path(name);
            cells.put(
                    column,
                    value.isMissingNode() || value.isNull()
                            ? ""
                            : value.isContainer() ? value.toString() : value.asString(""));
        });
        return new ExportRow("movers.nth", "", nth, cells);
    }
}
