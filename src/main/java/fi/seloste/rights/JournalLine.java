package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.base.RequestId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The text of a line: one JSON object whose last member is the hash of all before it. */
final class JournalLine {

    static final String NOTHING = "0".repeat(64);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HASH = ",\"hash\":\"";

    private JournalLine() {}

    static Journal.Line of(long seq, Instant at, Journal.Entry entry, String previous) {
        var body = body(seq, at, entry, previous);
        return new Journal.Line(
                seq,
                at,
                entry.request(),
                entry.act(),
                entry.person(),
                entry.prints(),
                entry.domain(),
                entry.categories(),
                previous,
                hash(body));
    }

    static String text(Journal.Line line) {
        var entry = new Journal.Entry(
                line.request(), line.act(), line.person(), line.prints(), line.domain(), line.categories());
        var body = body(line.seq(), line.at(), entry, line.previous());
        return body.substring(0, body.length() - 1) + HASH + line.hash() + "\"}";
    }

    /** Reads a line, or gives null where the text is none or does not have the hash it names. */
    static Journal.@Nullable Line read(String text) {
        int cut = text.lastIndexOf(HASH);
        if (cut < 0 || text.length() != cut + HASH.length() + 66) {
            return null;
        }
        var body = text.substring(0, cut) + "}";
        var hash = text.substring(cut + HASH.length(), text.length() - 2);
        return hash(body).equals(hash) ? parsed(body, hash) : null;
    }

    private static Journal.@Nullable Line parsed(String body, String hash) {
        try {
            var node = JSON.readTree(body);
            var prints = new ArrayList<Journal.Print>();
            node.path("prints").forEach(p -> prints.add(print(p)));
            var categories = new ArrayList<String>();
            node.path("categories").forEach(one -> categories.add(one.asString("")));
            var person = node.path("person").asString("");
            return new Journal.Line(
                    node.path("seq").asLong(),
                    Instant.parse(node.path("at").asString("")),
                    new RequestId(UUID.fromString(node.path("request").asString(""))),
                    node.path("act").asString(""),
                    person.isEmpty() ? null : new PersonId(UUID.fromString(person)),
                    prints,
                    node.has("domain") ? node.path("domain").asString("") : null,
                    categories,
                    node.path("previous").asString(""),
                    hash);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static Journal.Print print(JsonNode node) {
        return new Journal.Print(
                node.path("channel").asString(""),
                node.path("strict").asString(""),
                node.path("canonical").asString(""),
                node.path("key").asInt());
    }

    private static String body(long seq, Instant at, Journal.Entry entry, String previous) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("seq", seq);
        body.put("at", at.toString());
        body.put("request", entry.request().toString());
        body.put("act", entry.act());
        if (entry.person() != null) {
            body.put("person", entry.person().toString());
        }
        if (entry.domain() != null) {
            body.put("domain", entry.domain());
        }
        if (!entry.categories().isEmpty()) {
            body.put("categories", entry.categories());
        }
        body.put("prints", entry.prints().stream().map(JournalLine::print).toList());
        body.put("previous", previous);
        return JSON.writeValueAsString(body);
    }

    private static Map<String, Object> print(Journal.Print print) {
        var map = new LinkedHashMap<String, Object>();
        map.put("channel", print.channel());
        map.put("strict", print.strict());
        map.put("canonical", print.canonical());
        map.put("key", print.keyVersion());
        return map;
    }

    private static String hash(String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
