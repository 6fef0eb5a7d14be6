package fi.seloste.postgres;

import fi.seloste.installation.PrivateFile;
import fi.seloste.installation.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/** The database's port: any free one, and the same again next time if it still is. */
final class Ports {

    private static final int TRIES = 3;

    private Ports() {}

    static int kept(Path folder) {
        Path file = folder.resolve("port");
        if (Files.exists(file)) {
            String text = PrivateFile.read(file);
            if (text.matches("\\d{4,5}") && isFree(Integer.parseInt(text))) {
                return Integer.parseInt(text);
            }
        }
        int port = free();
        PrivateFile.write(file, port + "\n");
        return port;
    }

    /** Starts something at the kept port; where another program has taken it between the look and the use, at another one. */
    static <T> T at(Path folder, IntFunction<T> start) {
        for (int left = TRIES; true; left--) {
            int port = kept(folder);
            try {
                return start.apply(port);
            } catch (Trouble e) {
                if (left == 1 || isFree(port)) {
                    throw e;
                }
            }
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
