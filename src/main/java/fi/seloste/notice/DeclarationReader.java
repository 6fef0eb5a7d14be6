package fi.seloste.notice;

import fi.seloste.base.BusinessId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads a declaration from YAML. Anyone may write the file, so nothing in it is trusted and every complaint says where. */
public final class DeclarationReader {

    static final Set<String> LANGUAGES = Set.of("fi", "sv", "en");
    private static final String FORMAT = "1";

    private final Flaws flaws;
    private final Yaml yaml;

    private DeclarationReader(String file) {
        this.flaws = new Flaws(file);
        this.yaml = new Yaml(file, flaws);
    }

    public static Reading read(String file, byte[] content) {
        return new DeclarationReader(file).read(content);
    }

    /** One of the two that come with the product: {@code default} and {@code example-2023}. */
    public static Declaration shipped(String name) {
        return read(name + ".yaml", content(name)).declaration();
    }

    /** The text of the default notice. */
    public static String shippedText() {
        return new String(content("default"), StandardCharsets.UTF_8);
    }

    static byte[] content(String name) {
        var file = "notice/" + name + ".yaml";
        try (var stream = DeclarationReader.class.getClassLoader().getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException("no such declaration: " + file);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reading read(byte[] content) {
        var declaration = yaml.read(content).map(root -> declaration(new Section(flaws, "", root)));
        return new Reading(flaws.isEmpty() ? declaration : Optional.empty(), flaws.list());
    }

    private Declaration declaration(Section root) {
        if (!FORMAT.equals(root.text("format"))) {
            root.flaw("format", "format", FORMAT);
        }
        var languages = root.references("languages", LANGUAGES, "language");
        if (languages.isEmpty()) {
            root.flaw("languages", "missing", "languages");
        }
        var words = new Words(languages);
        var declaration = new Declaration(
                languages,
                heading(root.section("heading"), words),
                controller(root.section("controller"), words),
                new ProcessingReader(words).read(root),
                new PromisesReader(words).read(root));
        root.end();
        return declaration;
    }

    private static Heading heading(Section section, Words words) {
        var attested = section.section("attested");
        var heading = new Heading(
                words.in(section, "title"),
                words.in(section, "scope"),
                section.items("summary").stream().map(words::of).toList(),
                new Heading.Days(section.date("prepared"), section.date("updated")),
                new Heading.Attestation(attested.date("on"), words.in(attested, "by")));
        attested.end();
        section.end();
        return heading;
    }

    private static Controller controller(Section section, Words words) {
        var controller = new Controller(
                new Controller.Identity(section.text("name"), businessId(section), section.text("country")),
                reach(section),
                words.in(section, "business"),
                offices(section, words),
                authority(section.findSection("authority"), words));
        section.end();
        return controller;
    }

    /** The law asks for identity and contact details; who has no Finnish Business ID leaves it out. */
    private static String businessId(Section section) {
        var id = section.find("businessId");
        if (id != null && !BusinessId.isValid(id)) {
            section.flaw("businessId", "businessId", id);
        }
        return id == null ? "" : id;
    }

    private static List<Controller.Office> offices(Section section, Words words) {
        var offices = new ArrayList<Controller.Office>();
        for (var one : section.items("contacts")) {
            offices.add(new Controller.Office(
                    one.choice("kind", Controller.Office.Kind.class), words.in(one, "name"), reach(one)));
            one.end();
        }
        return offices;
    }

    private static Controller.@Nullable Authority authority(@Nullable Section section, Words words) {
        if (section == null) {
            return null;
        }
        var authority = new Controller.Authority(words.in(section, "name"), reach(section));
        section.end();
        return authority;
    }

    private static Controller.Reach reach(Section section) {
        return new Controller.Reach(
                section.find("address"), section.find("email"), section.find("phone"), section.find("website"));
    }

    /** The sections of a kind of thing, by id, each read by one function. */
    static <T> Map<String, T> each(Section root, String key, BiFunction<String, Section, T> read) {
        var things = new LinkedHashMap<String, T>();
        if (root.has(key)) {
            root.section(key).entries().forEach((id, section) -> {
                things.put(id, read.apply(id, section));
                section.end();
            });
        }
        return things;
    }
}
