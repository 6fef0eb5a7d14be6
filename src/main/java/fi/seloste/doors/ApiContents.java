package fi.seloste.doors;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent and answered in other forms than JSON. */
final class ApiContents {

    private ApiContents() {}

    static boolean takesFile(ApiCalls.Way way) {
        return way.path().endsWith("/imports") && way.method().equals("POST");
    }

    /** A form with a file. */
    static RequestBody upload() {
        var form = new ObjectSchema();
        form.addProperty("file", binary().description("The file: CSV or vCard, at most 200 MB."));
        form.addProperty(
                "source", new StringSchema().description("Where its people come from, see `source` of a person."));
        form.addProperty(
                "sourceDetail",
                new StringSchema()
                        .description(
                                "The URL, supplier or system; needed for public-web, bought-list, visitor-identification and other-system."));
        form.addProperty(
                "mapping",
                new StringSchema()
                        .description(
                                "A JSON object from headings of the file to fields, such as {\"Puhelin\": \"phone\"}."));
        form.setRequired(List.of("file", "source"));
        return new RequestBody()
                .required(true)
                .content(new Content().addMediaType("multipart/form-data", new MediaType().schema(form)));
    }

    static Content json(String schema) {
        return new Content()
                .addMediaType(
                        "application/json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema)));
    }

    static Content file(String type) {
        return new Content().addMediaType(type, new MediaType().schema(binary()));
    }

    /** Linked data are objects, whatever the handler writes them from. */
    static void mend(@Nullable Content content) {
        if (content != null && content.get("application/ld+json") instanceof MediaType linked) {
            var graph = new ObjectSchema();
            graph.addProperty("@context", new ObjectSchema().description("The prefixes: dpv, pd, eu-gdpr, dct."));
            graph.addProperty(
                    "@graph",
                    new ArraySchema()
                            .items(new ObjectSchema().description("A node with its @id, @type and terms of DPV."))
                            .description("The nodes."));
            graph.setRequired(List.of("@context", "@graph"));
            linked.setSchema(graph);
        }
    }

    /** What is sent as YAML is text. */
    static void asText(@Nullable RequestBody body) {
        if (body == null || body.getContent() == null) {
            return;
        }
        body.getContent().forEach((type, media) -> {
            if (type.contains("yaml") || type.startsWith("text/")) {
                media.setSchema(new StringSchema().description("A declaration in YAML."));
            }
        });
    }

    private static Schema<?> binary() {
        return new StringSchema().format("binary");
    }
}
