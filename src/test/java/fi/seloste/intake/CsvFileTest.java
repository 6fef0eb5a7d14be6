package fi.seloste.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.base.Paged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** A list that is handed out as a file is whole, or says that it is not. */
class CsvFileTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void all_parts_stand_in_it_and_no_cell_is_run() throws Exception {
        send(after -> after == null ? new Paged<>(List.of("Ada", "=1+1"), "1") : new Paged<>(List.of("a;b"), null));

        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFReader\r\nAda\r\n'=1+1\r\n\"a;b\"\r\n");
        assertThat(response.getHeader("Content-Disposition")).contains("readers.csv");
    }

    @Test
    void what_fails_before_anything_has_left_is_an_error_and_no_file() {
        assertThatThrownBy(() -> send(after -> {
                    throw new IllegalStateException("no database");
                }))
                .hasMessage("no database");
        assertThat(response.getHeader("Content-Disposition")).isNull();
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void a_file_that_breaks_off_in_the_middle_says_that_it_is_not_whole() throws Exception {
        send(after -> {
            if (after != null) {
                throw new IllegalStateException("no database");
            }
            return new Paged<>(List.of("Ada"), "1");
        });

        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFReader\r\nAda\r\nNot whole.\r\n");
    }

    private void send(Function<@Nullable String, Paged<String>> parts) throws IOException {
        CsvFile.send(response, "readers.csv", List.of("Reader"), new CsvFile.Parts<>(parts, List::of, "Not whole."));
    }
}
