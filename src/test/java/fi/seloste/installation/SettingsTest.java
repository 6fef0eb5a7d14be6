package fi.seloste.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.installation.Settings.Origin;
import fi.seloste.installation.Settings.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void a_flag_wins_over_the_environment_and_that_over_the_file_and_that_over_the_console() throws IOException {
        Files.writeString(folder.resolve("seloste.properties"), """
                port=3
                mail-host=file.example
                mail-from=register@file.example
                """);
        Settings settings = Settings.of(
                        Map.of(Setting.DATA, folder.toString(), Setting.PORT, "1"),
                        Map.of("SELOSTE_PORT", "2", "SELOSTE_MAIL_HOST", "environment.example"))
                .withConsole(Map.of(
                        Setting.PORT, "4",
                        Setting.MAIL_FROM, "register@console.example",
                        Setting.MAIL_USER, "console"));

        assertThat(settings.value(Setting.PORT)).isEqualTo(new Value("1", Origin.FLAG));
        assertThat(settings.value(Setting.MAIL_HOST)).isEqualTo(new Value("environment.example", Origin.ENVIRONMENT));
        assertThat(settings.value(Setting.MAIL_FROM)).isEqualTo(new Value("register@file.example", Origin.FILE));
        assertThat(settings.value(Setting.MAIL_USER)).isEqualTo(new Value("console", Origin.CONSOLE));
        assertThat(settings.value(Setting.MAIL_PASSWORD)).isNull();
    }

    @Test
    void the_demonstration_has_a_folder_of_its_own_beside_the_program() {
        var environment = Map.of("SELOSTE_HOME", "/opt/seloste");
        assertThat(Settings.of(Map.of(), environment).data()).isEqualTo(Path.of("/opt/seloste/data/own"));
        assertThat(Settings.of(Map.of(Setting.DEMO, "true"), environment).data())
                .isEqualTo(Path.of("/opt/seloste/data/demo"));
    }

    @Test
    void an_unknown_line_of_the_file_is_named_with_the_file() throws IOException {
        Files.writeString(folder.resolve("seloste.properties"), "prot=80\n");
        assertThatThrownBy(() -> Settings.of(Map.of(Setting.DATA, folder.toString()), Map.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("'prot'")
                .hasMessageContaining(folder.resolve("seloste.properties").toString());
    }

    @Test
    void a_bad_port_is_told_where_it_was_written() {
        Settings settings = Settings.of(Map.of(), Map.of("SELOSTE_PORT", "80x"));
        assertThatThrownBy(settings::port).isInstanceOf(Trouble.class).hasMessageContaining("SELOSTE_PORT=80x");
    }

    @Test
    void a_database_address_gives_url_user_and_password() {
        Settings settings = Settings.of(
                Map.of(Setting.DATABASE, "postgresql://seloste:a%40b+c@db.example/register?sslmode=require"), Map.of());
        assertThat(settings.database())
                .isEqualTo(
                        new Access("jdbc:postgresql://db.example:5432/register?sslmode=require", "seloste", "a@b+c"));
    }

    @Test
    void a_bad_database_address_is_refused_without_repeating_its_password() {
        Settings settings = Settings.of(Map.of(Setting.DATABASE, "mysql://seloste:hunter2@db.example/x"), Map.of());
        assertThatThrownBy(settings::database)
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("postgresql://user:password@")
                .hasMessageNotContaining("hunter2");
        assertThat(settings.said(Setting.DATABASE)).doesNotContain("hunter2");
    }
}
