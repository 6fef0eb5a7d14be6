package fi.seloste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.installation.Setting;
import fi.seloste.installation.Trouble;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void flags_stand_anywhere_in_either_form() {
        CommandLine line = CommandLine.parse(List.of("--port=0", "demo", "--data", "/srv/demo"));
        assertThat(line.command()).isEqualTo("demo");
        assertThat(line.flags()).isEqualTo(Map.of(Setting.PORT, "0", Setting.DATA, "/srv/demo", Setting.DEMO, "true"));
    }

    @Test
    void no_word_at_all_starts() {
        assertThat(CommandLine.parse(List.of()).command()).isEqualTo("start");
    }

    @Test
    void a_command_keeps_the_flags_of_its_own() {
        CommandLine line = CommandLine.parse(
                List.of("token", "--name", "Import", "--data", "/srv/own", "--purposes", "customer,support"));
        assertThat(line.words()).containsExactly("token", "--name", "Import", "--purposes", "customer,support");
        assertThat(line.flags()).containsOnlyKeys(Setting.DATA);
    }

    @Test
    void what_is_unknown_or_unfinished_is_said() {
        refuses("There is no flag --prot.", "--prot", "80");
        refuses("There is no flag --verbose.", "demo", "--verbose");
        refuses("There is no command 'strat'.", "strat");
        refuses("takes no further word, and 'now' was given", "demo", "now");
        refuses("The flag --port needs a value", "demo", "--port");
        refuses("The flag --data needs a value", "--data", "--port", "80");
    }

    private static void refuses(String sentence, String... written) {
        assertThatThrownBy(() -> CommandLine.parse(List.of(written)))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(sentence);
    }
}
