package fi.seloste.forms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A form as programs read it: as it is built, which may be ahead of the edition that visitors see. */
@Schema(name = "Form")
record FormJson(
        UUID id,
        int version,
        String name,
        String form,
        String kind,
        String state,
        int edition,
        List<String> languages,
        Map<String, String> titles,
        List<String> sites,
        List<FormFieldJson> fields) {

    static FormJson of(Form one) {
        var content = one.content();
        return new FormJson(
                one.id(),
                one.version(),
                one.name(),
                one.plan().slug(),
                one.plan().kind(),
                one.state().code(),
                one.course().number(),
                content.languages(),
                content.languages().stream()
                        .collect(Collectors.toMap(
                                language -> language,
                                language -> content.heading(language).title())),
                one.plan().sites(),
                content.fields().stream().map(FormFieldJson::of).toList());
    }

    /** A field, with the purpose of the notice for which it is asked. */
    @Schema(name = "FormField")
    record FormFieldJson(String name, String kind, boolean required, String purpose, Map<String, String> labels) {

        static FormFieldJson of(Field field) {
            return new FormFieldJson(
                    field.key(),
                    field.kind().code(),
                    field.required(),
                    field.bound().purpose(),
                    field.words().labels());
        }
    }
}
