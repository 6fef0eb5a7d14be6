package fi.seloste.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;

/** What this machine does by itself, so that other figures can be read beside it. */
final class Machine {

    private Machine() {}

    static void describe(Figures figures) throws IOException {
        figures.heading("This machine");
        long memory = Files.readAllLines(java.nio.file.Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 20)
                .findFirst()
                .orElse(0);
        var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        figures.add(
                "cores, memory, load at the beginning",
                "%d, %d GB, %.1f".formatted(system.getAvailableProcessors(), memory, system.getSystemLoadAverage()));
        figures.add("a block forced to the disk", syncs().toString());
    }

    private static Timings syncs() throws IOException {
        var file = Files.createTempFile("seloste-bench", ".sync");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return Timings.of(100, i -> {
                try {
                    channel.write(ByteBuffer.allocate(8192), 0);
                    channel.force(false);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        } finally {
            Files.delete(file);
        }
    }

    /** Seconds of all its processors that were used by anybody since it was started. */
    static double busy() throws IOException {
        var words = Files.readAllLines(java.nio.file.Path.of("/proc/stat"))
                .getFirst()
                .trim()
                .split("\\s+");
        long ticks = 0;
        for (int i = 1; i < words.length; i++) {
            ticks += i == 4 || i == 5 ? 0 : Long.parseLong(words[i]); // it rests or waits for a disk
        }
        return ticks / 100.0;
    }

    /** An empty answer of the JDK's own server to the same client: the floor under every call. */
    static void measureHttp(Figures figures) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + server.getAddress().getPort()))
                    .build();
            var timings = Timings.of(500, i -> {
                try {
                    client.send(request, HttpResponse.BodyHandlers.discarding());
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            figures.heading("Asking by HTTP");
            figures.add("an empty answer of the JDK's own server", timings.toString());
        } finally {
            server.stop(0);
        }
    }
}
