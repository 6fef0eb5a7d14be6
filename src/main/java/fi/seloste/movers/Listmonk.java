package fi.seloste.movers;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Subscribers of listmonk: status, attributes as JSON, and where the export has them the lists with the status on each. Blocklisted is a no to all of it;
 * unsubscribed from a list is the end of that one. Who never confirmed a list did not subscribe to it.
 */
final class Listmonk {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("company", "organisation"),
            Map.entry("organisation", "organisation"),
            Map.entry("organization", "organisation"),
            Map.entry("title", "job-title"),
            Map.entry("job_title", "job-title"),
            Map.entry("phone", "phone"),
            Map.entry("language", "language"),
            Map.entry("lang", "language"));

    private Listmonk() {}

    static Exported person(ExportRow row) {
        var one = new Exported();
        one.set("email", row.get("email"));
        one.set("full-name", row.get("name"));
        attributes(row, one);
        var status = row.get("status").toLowerCase(Locale.ROOT);
        switch (status) {
            case "blocklisted" -> one.set("unsubscribed", "blocklisted");
            case "enabled", "disabled" -> lists(row, one, status.equals("enabled"));
            default -> throw row.wrong("status", row.get("status"));
        }
        return one;
    }

    private static void attributes(ExportRow row, Exported one) {
        var written = row.get("attributes");
        if (written.isEmpty()) {
            return;
        }
        var read = json(row, "attributes", written);
        if (!read.isObject()) {
            throw row.wrong("attributes", written);
        }
        read.properties().forEach(entry -> {
            var column = KNOWN.get(entry.getKey().toLowerCase(Locale.ROOT));
            var value = told(entry.getValue());
            if (column == null || entry.getValue().isContainer()) {
                one.note(entry.getKey(), value);
            } else {
                one.set(column, value);
            }
        });
    }

    /** Several are told one after another; what is deeper than that, as it stands there. */
    private static String told(JsonNode value) {
        if (value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode)) {
            return value.valueStream().map(one -> one.asString("")).collect(Collectors.joining(", "));
        }
        return value.isContainer() ? value.toString() : value.asString("");
    }

    private static void lists(ExportRow row, Exported one, boolean enabled) {
        var written = row.get("lists");
        if (written.isEmpty()) {
            if (enabled) {
                one.on("listmonk", false);
            }
        } else if (written.startsWith("[")) {
            json(row, "lists", written).forEach(list -> list(row, one, list, enabled));
        } else {
            for (var name : written.split("[;,|]")) {
                if (enabled && !name.isBlank()) {
                    one.on(name.strip(), false);
                }
            }
        }
    }

    private static void list(ExportRow row, Exported one, JsonNode list, boolean enabled) {
        var name = list.isString() ? list.asString() : list.path("name").asString("");
        if (name.isBlank()) {
            throw row.wrong("lists", list.toString());
        }
        var status =
                list.path("subscription_status").asString(list.path("status").asString("confirmed"));
        switch (status) {
            case "confirmed" -> {
                if (enabled) {
                    one.on(name.strip(), false);
                }
            }
            case "unsubscribed" -> one.on(name.strip(), true);
            case "unconfirmed" -> {}
            default -> throw row.wrong("lists", status);
        }
    }

    private static JsonNode json(ExportRow row, String column, String written) {
        try {
            return JSON.readTree(written);
        } catch (JacksonException e) {
            throw row.wrong(column, written);
        }
    }
}
