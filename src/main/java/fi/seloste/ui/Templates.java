package fi.seloste.ui;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The templates: compiled into the jar, or with {@code seloste.dev=true} from the sources whenever they change. */
@Component
public class Templates {

    static final String PACKAGE = "fi.seloste.pages";

    private final TemplateEngine engine;

    Templates(@Value("${seloste.dev:false}") boolean dev) {
        this.engine = dev ? live() : TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);
    }

    /** Renders {@code register/people} with its parameters; for pages, mails and documents. */
    public String render(String template, Map<String, Object> parameters) {
        var output = new StringOutput(16 * 1024);
        engine.render(template + ".jte", parameters, output);
        return output.toString();
    }

    // Not in the package of the compiled ones: those would be found first and changes never seen.
    private static TemplateEngine live() {
        CodeResolver sources = new DirectoryCodeResolver(Path.of("src/main/jte"));
        var classes = Path.of("target/jte-live");
        var engine = TemplateEngine.create(sources, classes, ContentType.Html, Templates.class.getClassLoader());
        engine.setTrimControlStructures(true);
        return engine;
    }
}
