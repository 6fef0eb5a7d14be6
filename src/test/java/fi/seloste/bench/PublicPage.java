package fi.seloste.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** People at the public page, each from an address of their own behind the proxy that we play; and one who floods. */
final class PublicPage {

    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final int AT_ONCE = 16;

    private final String url;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    PublicPage(String url) {
        this.url = url;
    }

    record Sent(int taken, int refused) {}

    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** So many from everywhere, and a tenth as many more from one address. */
    Sent ask(int many) throws InterruptedException {
        var taken = new AtomicInteger();
        var refused = new AtomicInteger();
        try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < many + many / 10; i++) {
                int number = i;
                var from = number < many ? "10.%d.%d.7".formatted(number / 250 % 250, number % 250) : "192.0.2.99";
                people.submit(() -> {
                    try {
                        (askOne(number, from) ? taken : refused).incrementAndGet();
                    } catch (RuntimeException e) {
                        failure.set(e);
                    }
                });
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("Somebody was not answered", failure.get());
        }
        return new Sent(taken.get(), refused.get());
    }

    private boolean askOne(int number, String from) {
        try {
            var page = client.send(request(from).GET().build(), BodyHandlers.ofString());
            var proof = PROOF.matcher(page.body());
            if (page.statusCode() != 200 || !proof.find()) {
                throw new IllegalStateException("The page answered " + page.statusCode());
            }
            var cookies = page.headers().allValues("set-cookie").stream()
                    .map(cookie -> cookie.split(";", 2)[0])
                    .collect(Collectors.joining("; "));
            var form = "_csrf=%s&right=%s&email=%s"
                    .formatted(
                            Api.encoded(proof.group(1)), number % 4 == 0 ? "marketing-ban" : "access", asker(number));
            var answer = client.send(
                    request(from)
                            .header("Cookie", cookies)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 303 && answer.statusCode() != 429) {
                throw new IllegalStateException("A request was answered with " + answer.statusCode());
            }
            return answer.statusCode() == 303;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String asker(int number) {
        return Api.encoded(
                number % 2 == 0 ? Crowd.email(100 + number / 2 % 9_000) : "new" + number + "@elsewhere.example");
    }

    private HttpRequest.Builder request(String from) {
        return HttpRequest.newBuilder(URI.create(url + "/privacy")).header("X-Forwarded-For", from);
    }
}
