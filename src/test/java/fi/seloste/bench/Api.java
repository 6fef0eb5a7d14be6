package fi.seloste.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the API with a token, over one connection that is kept. */
final class Api {

    private final String url;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Api(Product product, String token) {
        this.url = product.url();
        this.token = token;
    }

    JsonNode get(String path) {
        return get(path, "customer");
    }

    JsonNode get(String path, String purpose) {
        return json(request(path).header("Seloste-Purpose", purpose).GET());
    }

    byte[] bytes(String path) {
        return sent(request(path).GET());
    }

    /** How many bytes it is, without keeping them. */
    long length(String path) {
        try {
            var response = client.send(request(path).GET().build(), BodyHandlers.ofInputStream());
            try (var in = response.body()) {
                return in.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode post(String path, Map<String, ?> body) {
        return json(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
    }

    JsonNode delete(String path) {
        return json(request(path).DELETE());
    }

    /** A file as programs upload it, not read into memory first. */
    JsonNode upload(String path, Path file, Map<String, String> fields) throws IOException {
        var border = "seloste-bench-border";
        var before = new StringBuilder();
        fields.forEach((name, value) -> before.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(border, name, value)));
        before.append(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
                        .formatted(border, file.getFileName()));
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(before.toString()),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + border + "--\r\n"));
        return json(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(body));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode json(HttpRequest.Builder request) {
        var body = sent(request);
        return JsonMapper.shared().readTree(body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body);
    }

    private byte[] sent(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            if (!List.of(200, 201, 202, 204).contains(response.statusCode())) {
                throw new IllegalStateException(response.uri() + " answered " + response.statusCode() + ": "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
