package fi.seloste.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DotsTest {

    @Test
    void a_dot_that_begins_a_line_is_doubled_and_no_other() {
        assertThat(doubled(".a\r\nb.c\r\n.\r\n..d\r\n")).isEqualTo("..a\r\nb.c\r\n..\r\n...d\r\n");
        assertThat(doubled("a\r\n", ".b\r\n")).isEqualTo("a\r\n..b\r\n");
        assertThat(doubled("", "")).isEmpty();
    }

    @Test
    void every_line_ends_whole_and_the_last_one_ends() {
        assertThat(whole("a\nb\rc\r\nd")).isEqualTo("a\r\nb\r\nc\r\nd\r\n");
        assertThat(whole("a\r\n\n\r")).isEqualTo("a\r\n\r\n\r\n");
        assertThat(whole("\r\r\n")).isEqualTo("\r\n\r\n");
        assertThat(whole("")).isEqualTo("\r\n");
        assertThat(whole("a\r\n")).isEqualTo("a\r\n");
    }

    private static String doubled(String... parts) {
        var bytes = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = parts[i].getBytes(StandardCharsets.US_ASCII);
        }
        return new String(Dots.doubled(bytes), StandardCharsets.US_ASCII);
    }

    private static String whole(String mail) {
        return new String(Dots.whole(mail.getBytes(StandardCharsets.US_ASCII)), StandardCharsets.US_ASCII);
    }
}
