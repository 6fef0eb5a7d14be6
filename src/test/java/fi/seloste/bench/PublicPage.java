package fi.seloste.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** People at the public page, each from an address of their own behind the proxy that we play; and one who floods. */
final class PublicPage {

    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final Pattern STAMP = Pattern.compile("name=\"guard-stamp\" value=\"([^\"]*)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(81);
    private static final int AT_ONCE = 16;

    private final String url;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    PublicPage(String url) {
        this.url = url;
    }

    record Sent(int taken, int refused, double seconds) {}

    /** A page as one of them has it open. */
    private record Open(int number, String from, String proof, String stamp, String cookies) {}

    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /**
     * So many from everywhere, and a tenth as many more from one address. They run no script, so each has the page open for as long as the guard can ask for; only
     * the sending is timed.
     */
    Sent ask(int many) throws InterruptedException {
        var pages = new ConcurrentLinkedQueue<Open>();
        allAtOnce(IntStream.range(0, many + many / 10).boxed().toList(), number -> pages.add(open(number, many)));
        Thread.sleep(PATIENCE.toMillis());
        var taken = new AtomicInteger();
        var refused = new AtomicInteger();
        long begun = System.nanoTime();
        allAtOnce(pages, page -> (send(page) ? taken : refused).incrementAndGet());
        return new Sent(taken.get(), refused.get(), (System.nanoTime() - begun) / 1e9);
    }

    private <T> void allAtOnce(Collection<T> all, Consumer<T> work) {
        try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var one : all) {
                people.submit(() -> {
                    try {
                        work.accept(one);
                    } catch (RuntimeException e) {
                        failure.set(e);
                    }
                });
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("Somebody was not answered", failure.get());
        }
    }

    private Open open(int number, int many) {
        var from = number < many ? "10.%d.%d.7".formatted(number / 250 % 250, number % 250) : "192.0.2.99";
        var page = answer(request(from).GET());
        var proof = PROOF.matcher(page.body());
        var stamp = STAMP.matcher(page.body());
        if (page.statusCode() != 200 || !proof.find() || !stamp.find()) {
            throw new IllegalStateException("The page answered " + page.statusCode());
        }
        var cookies = page.headers().allValues("set-cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        return new Open(number, from, proof.group(1), stamp.group(1), cookies);
    }

    private boolean send(Open page) {
        var form = "_csrf=%s&guard-stamp=%s&right=%s&email=%s"
                .formatted(
                        Api.encoded(page.proof()),
                        Api.encoded(page.stamp()),
                        page.number() % 4 == 0 ? "marketing-ban" : "access",
                        asker(page.number()));
        var answer = answer(request(page.from())
                .header("Cookie", page.cookies())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 303 && answer.statusCode() != 429) {
            throw new IllegalStateException("A request was answered with " + answer.statusCode());
        }
        return answer.statusCode() == 303;
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
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
