package fi.seloste.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.installation.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The port of the database, which others want too. */
class PortsTest {

    @TempDir
    Path folder;

    @Test
    void a_port_that_another_program_takes_between_the_look_and_the_use_is_exchanged() throws IOException {
        var others = new ArrayList<ServerSocket>();
        int begunAt = Ports.at(folder, port -> {
            if (others.isEmpty()) {
                others.add(taking(port));
                throw new Trouble("could not bind");
            }
            return port;
        });
        assertThat(begunAt).isNotEqualTo(others.getFirst().getLocalPort());
        assertThat(Ports.kept(folder)).as("the next start finds it again").isEqualTo(begunAt);
        others.getFirst().close();
    }

    @Test
    void what_does_not_come_of_the_port_is_said_at_once() {
        var asked = new ArrayList<Integer>();
        assertThatThrownBy(() -> Ports.at(folder, port -> {
                    asked.add(port);
                    throw new Trouble("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(asked).hasSize(1);
    }

    private static ServerSocket taking(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
