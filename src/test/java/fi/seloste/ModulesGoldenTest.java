package fi.seloste;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Draws the house: every module with what it is for and what it stands on. */
class ModulesGoldenTest {

    private static final Pattern WHAT = Pattern.compile("(?s)^/\\*\\*(.*?)\\*/");

    private final ApplicationModules modules = Walls.MODULES;

    @Test
    void the_house_on_the_page_is_the_house_in_the_code() throws IOException {
        var below = new TreeMap<String, TreeSet<String>>();
        for (var module : modules) {
            below.put(module.getIdentifier().toString(), uses(module));
        }
        var page = new StringBuilder(
                "# The house\n\nWritten by `bin/golden`. A module stands on those it names; the highest come first.\n");
        var floors = floors(below);
        for (var module : below.keySet().stream()
                .sorted(Comparator.<String>comparingInt(m -> -floors.getOrDefault(m, 0))
                        .thenComparing(m -> m))
                .toList()) {
            page.append("\n**%s** · %s\n\nStands on: %s\n"
                    .formatted(
                            module,
                            purpose(module),
                            below.get(module).isEmpty() ? "nothing" : String.join(", ", below.get(module))));
        }

        assertThat(below).containsKey("rights");
        Golden.compare("modules.md", page.toString());
    }

    private TreeSet<String> uses(ApplicationModule module) {
        return module.getDirectDependencies(modules).stream()
                .map(dependency -> dependency.getTargetModule().getIdentifier().toString())
                .filter(name -> !name.equals(module.getIdentifier().toString()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many floors lie below a module. */
    private static Map<String, Integer> floors(Map<String, TreeSet<String>> below) {
        var floors = new TreeMap<String, Integer>();
        for (int round = 0; round < below.size(); round++) {
            below.forEach((module, uses) -> floors.put(
                    module,
                    uses.stream()
                            .mapToInt(used -> floors.getOrDefault(used, 0) + 1)
                            .max()
                            .orElse(0)));
        }
        return floors;
    }

    private static String purpose(String module) throws IOException {
        var source = Files.readString(Path.of("src/main/java/fi/seloste", module, "package-info.java"));
        var what = WHAT.matcher(source);
        return what.find() ? what.group(1).replaceAll("\\s*\\n \\*\\s*", " ").strip() : "";
    }
}
