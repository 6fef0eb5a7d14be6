package fi.seloste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.installation.PlainCommand;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Trouble;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
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
        refuses("takes no further word, and 'now' was given", "verify", "now");
        refuses("The flag --port needs a value", "demo", "--port");
        refuses("The flag --data needs a value", "--data", "--port", "80");
    }

    @Test
    void a_token_asked_for_wrongly_is_refused_before_anything_is_started() {
        assertThat(plain("token").takes(List.of("--name", "Import", "--purposes", "customer")))
                .isFalse();
        for (var wrong : List.of(
                List.<String>of(),
                List.of("--name", "Import"),
                List.of("--purposes", "customer", "--name", "Import", "--days", "soon"),
                List.of("--purpose", "customer", "--name", "Import"))) {
            assertThat(plain("token").takes(wrong)).isTrue();
            assertThatThrownBy(() -> plain("token").run(wrong)).isInstanceOf(Trouble.class);
        }
    }

    private static PlainCommand plain(String name) {
        return ServiceLoader.load(PlainCommand.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void refuses(String sentence, String... written) {
        assertThatThrownBy(() -> CommandLine.parse(List.of(written)))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(sentence);
    }
}
