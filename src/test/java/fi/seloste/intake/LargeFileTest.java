package fi.seloste.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.junit.jupiter.api.Test;

class LargeFileTest {

    private static final long SIZE = 200L << 20;

    @Test
    void a_file_of_200_megabytes_is_read_in_little_memory() {
        Source source = Generated::new;
        var format = FileFormat.detect(source);
        var before = used();
        var most = 0L;
        var rows = 0L;

        try (var all = Rows.open(source, format)) {
            for (var row : all) {
                if (++rows % 500_000 == 0) {
                    most = Math.max(most, used() - before);
                    assertThat(row.cells()).hasSize(4);
                    assertThat(row.line()).isEqualTo(rows + 1);
                }
            }
        }

        assertThat(rows).isGreaterThan(1_000_000);
        assertThat(most).isLessThan(32L << 20);
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** The same thousand people over and over, as long as it takes. */
    private static final class Generated extends InputStream {

        private final byte[] block = block();
        private byte[] now = "Nimi;Sähköposti;Yritys;Muistiinpano\n".getBytes(UTF_8);
        private int at;
        private long left = SIZE;

        private static byte[] block() {
            var text = new StringBuilder();
            for (var i = 0; i < 1000; i++) {
                text.append("Äiti Mäkelä ")
                        .append(i)
                        .append(";maki")
                        .append(i)
                        .append(
                                "@makelan-leipomo.example;Mäkelän Leipomo Ky;\"Soitettu; palataan asiaan. Sitten tavataan messuilla ja sovitaan lisää.\"\n");
            }
            return text.toString().getBytes(UTF_8);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (at == now.length) {
                now = block;
                at = 0;
                left -= block.length;
            }
            if (left <= 0) {
                return -1;
            }
            var count = Math.min(length, now.length - at);
            System.arraycopy(now, at, buffer, offset, count);
            at += count;
            return count;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }
    }
}
