package fi.seloste.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import fi.seloste.installation.PlainCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notice at the terminal, without a database. */
class NoticeCommandTest {

    private record Said(int code, String words) {}

    @ParameterizedTest
    @Policy("N10")
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown-purpose.yaml|line |Did you mean customer-support?",
                "no-retention.yaml|relationship-notes|retention",
                "cycle.yaml|files → files|period of its own",
                "bomb.yaml|line 1, column 4|aliases",
                "not-yaml.yaml|line |not YAML",
                "none-such.yaml|none-such.yaml|cannot be read"
            })
    void a_bad_file_is_answered_with_its_place_and_a_remedy(String file, String place, String remedy) {
        var said = run("check", "examples/bad-notice/" + file);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words()).contains(place, remedy).doesNotContain("notice.");
    }

    @Test
    void a_file_of_fifty_megabytes_is_refused_without_being_read_whole(@TempDir Path folder) throws IOException {
        var file = folder.resolve("large.yaml");
        try (var out = Files.newOutputStream(file)) {
            var mega = new byte[1 << 20];
            Arrays.fill(mega, (byte) 'a');
            for (int i = 0; i < 50; i++) {
                out.write(mega);
            }
        }

        var said = run("check", file.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words()).contains("larger than").doesNotContain("Exception");
    }

    @Test
    void what_it_cannot_do_it_says_with_another_code() {
        assertThat(run().code()).isEqualTo(2);
        assertThat(run("chek", "default").words()).contains("Use: seloste notice check FILE");
        assertThat(run("check").code()).isEqualTo(2);
        assertThat(run("print", "--lang", "de", "default").code()).isEqualTo(2);
    }

    @Test
    void a_good_file_is_examined_and_printed_in_each_language() {
        assertThat(run("check", "default").code()).isZero();
        assertThat(run("check", "src/main/resources/notice/default.yaml").code())
                .isZero();
        assertThat(run("print", "--lang=sv", "default").words()).contains("Dataskyddsinformation");
    }

    @Test
    void it_is_found_without_a_house_unless_the_notice_in_force_is_asked_for() {
        var plain = ServiceLoader.load(PlainCommand.class).findFirst().orElseThrow();

        assertThat(plain.name()).isEqualTo("notice");
        assertThat(plain.takes(List.of("check", "x.yaml"))).isTrue();
        assertThat(plain.takes(List.of("print", "x.yaml"))).isTrue();
        assertThat(plain.takes(List.of("print", "--lang", "fi"))).isFalse();
    }

    private static Said run(String... words) {
        var out = new ByteArrayOutputStream();
        int code = NoticeCommand.run(List.of(words), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }
}
