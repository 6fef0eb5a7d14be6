package fi.seloste;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.installation.Command;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;

/** Commands beside the server build the house without a web server: whatever needs one must not be asked for there. */
@SpringBootTest(
        classes = App.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {"seloste.jobs=off", "spring.main.web-application-type=none"})
@Import(TestInstallation.class)
@TestExecutionListeners(
        listeners = FreshDatabase.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@ExtendWith(OutputCaptureExtension.class)
class CommandsTest {

    @Autowired
    Map<String, Command> commands;

    @Test
    void a_token_is_made_without_a_web_server(CapturedOutput said) {
        var token = commands.values().stream()
                .filter(command -> command.name().equals("token"))
                .findFirst()
                .orElseThrow();
        assertThat(token.run(List.of("--purposes", "customer", "--name", "Import of leads")))
                .isZero();
        assertThat(said.getOut()).containsPattern("seloste_[\\w-]{20,}");
    }
}
