package fi.seloste;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Puts under each numbered promise of docs/policy the tests that repeat it. A promise without a test fails, and so does a test without one. */
class PolicyGoldenTest {

    private static final Path POLICY = Path.of("docs/policy");
    private static final Pattern PROMISE = Pattern.compile("- ([A-Z]\\d+) (.*)");

    @Test
    void every_promise_has_a_test_and_the_page_that_says_which_is_up_to_date() throws IOException {
        var promises = promises();
        var tests = tests();
        assertThat(promises.keySet()).as("promises without a test").allMatch(tests::containsKey);
        assertThat(tests.keySet()).as("tests of no promise").allMatch(promises::containsKey);
        Golden.compare("policy-as-tested.md", page(promises, tests));
    }

    private static String page(Map<String, String> promises, Map<String, TreeSet<String>> tests) {
        var page = new StringBuilder("# What we promise, and the tests that repeat it\n\nWritten by `bin/golden`.\n");
        promises.forEach((number, promise) -> {
            page.append("\n**").append(number).append("** ").append(promise).append("\n\n");
            tests.getOrDefault(number, new TreeSet<>())
                    .forEach(test -> page.append("- ").append(test).append('\n'));
        });
        return page.toString();
    }

    private static Map<String, String> promises() throws IOException {
        var promises = new LinkedHashMap<String, String>();
        try (var files = Files.list(POLICY)) {
            for (var file : files.sorted().toList()) {
                for (var line : Files.readAllLines(file)) {
                    var promise = PROMISE.matcher(line);
                    if (promise.matches()) {
                        promises.put(promise.group(1), promise.group(2));
                    }
                }
            }
        }
        return promises;
    }

    private static Map<String, TreeSet<String>> tests() {
        var tests = new TreeMap<String, TreeSet<String>>();
        for (var type : new ClassFileImporter().importPackages("fi.seloste")) {
            for (var method : type.getMethods()) {
                var numbers = method.isAnnotatedWith(Policy.class)
                        ? List.of(method.getAnnotationOfType(Policy.class).value())
                        : List.<String>of();
                numbers.forEach(number -> tests.computeIfAbsent(number, n -> new TreeSet<>())
                        .add(method.getName().replace('_', ' ')));
            }
        }
        return tests;
    }
}
