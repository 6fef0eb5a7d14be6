package fi.seloste.postgres;

import fi.seloste.installation.PrivateFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The database's port: any free one, and the same again next time if it still is. */
final class Ports {

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
