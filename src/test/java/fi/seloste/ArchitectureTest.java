package fi.seloste;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The walls of the house: floors use lower floors only, modules meet at their doors, and words keep their meaning. */
class ArchitectureTest {

    private static final Path JAVA = Path.of("src/main/java");

    /** Read once for all rules: it takes longer than any of them. */
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fi.seloste");

    @Test
    void modules_meet_at_their_doors_and_use_lower_floors_only() {
        Walls.MODULES.verify();
    }

    @Test
    void no_class_hides_behind_an_empty_word() {
        var empty = Pattern.compile(".+(Impl|Manager|Helper|Utils?|Dto|Mapper|Service|Repository|Entity|Facade)");
        assertThat(CLASSES.stream()
                        .map(c -> c.getSimpleName())
                        .filter(n -> empty.matcher(n).matches()))
                .isEmpty();
    }

    @Test
    void time_comes_from_the_clock() {
        for (var time : List.of(
                Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            check(noClasses().should().callMethod(time, "now"));
        }
        assertThat(sql("(?<![.\\w])now\\(\\)(?! \\{)|current_(date|timestamp)"))
                .as("SQL that asks the server for the time")
                .isEmpty();
    }

    @Test
    void nothing_is_injected_into_a_field() {
        check(noFields().should().beAnnotatedWith(Autowired.class));
    }

    @Test
    void every_package_is_null_marked() throws IOException {
        try (var folders = Files.walk(JAVA)) {
            assertThat(folders.filter(Files::isDirectory)
                            .filter(ArchitectureTest::hasClasses)
                            .filter(folder -> !contains(folder.resolve("package-info.java"), "@NullMarked")))
                    .isEmpty();
        }
    }

    @Test
    void sql_names_its_columns() {
        assertThat(sql("(?i)select\\s+\\*\\s+from")).isEmpty();
    }

    @Test
    void no_file_has_outgrown_its_noun() throws IOException {
        try (var files = Files.walk(JAVA)) {
            assertThat(files.filter(f -> f.toString().endsWith(".java")).filter(f -> lines(f) > 400))
                    .isEmpty();
        }
    }

    private void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static List<String> sql(String pattern) {
        var unwanted = Pattern.compile(pattern);
        try (var files = Files.walk(JAVA)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .flatMap(f -> read(f).lines()
                            .filter(l ->
                                    !l.strip().startsWith("//") && !l.strip().startsWith("*"))
                            .filter(l -> unwanted.matcher(l).find())
                            .map(l -> f.getFileName() + ": " + l.strip()))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean hasClasses(Path folder) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(f -> f.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean contains(Path file, String text) {
        return Files.exists(file) && read(file).contains(text);
    }

    private static long lines(Path file) {
        return read(file).lines().count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
