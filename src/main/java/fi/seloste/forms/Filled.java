package fi.seloste.forms;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.Length;
import fi.seloste.base.PhoneNumber;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.register.CustomField;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a visitor filled in, looked at field by field: the answers as they are kept, or what is wrong at which field. */
record Filled(Map<String, String> values, List<Answer> answers, Errors errors) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A question as it was asked, and its answer; a ticked consent leads to the wording that stood beside it. */
    record Answer(
            String field,
            String question,
            String value,
            @Nullable UUID wording) {}

    /** The edition that was shown, in one of its languages, and how to find a field of the company's own. */
    record Shown(Content content, String language, Function<UUID, CustomField> own) {}

    static Filled of(Shown shown, Map<String, String> sent) {
        var answers = new ArrayList<Answer>();
        var errors = new LinkedHashMap<String, Said>();
        for (var field : shown.content().fields()) {
            var written = sent.getOrDefault(field.key(), "").strip();
            try {
                var value = written.isEmpty() ? "" : checked(field, written, shown);
                if (value.isEmpty() && field.required()) {
                    errors.put(field.key(), Said.of(missing(field)));
                }
                if (!value.isEmpty()) {
                    answers.add(answer(field, value, shown.language()));
                }
            } catch (Problem.Invalid wrong) {
                errors.put(field.key(), Said.of(wrong.key(), wrong.arguments()));
            }
        }
        return new Filled(Map.copyOf(sent), List.copyOf(answers), new Errors(errors));
    }

    private static String missing(Field field) {
        return field.kind().isTicked() ? "forms.missing.tick" : "forms.missing";
    }

    private static Answer answer(Field field, String value, String language) {
        var asked = field.words().asked().get(language);
        var question = asked == null ? field.label(language) : asked.words();
        return new Answer(field.key(), question, value, asked == null ? null : asked.id());
    }

    private static String checked(Field field, String written, Shown shown) {
        return switch (field.kind()) {
            case EMAIL -> EmailAddress.parse(written).value();
            case PHONE ->
                PhoneNumber.parse(Length.WORD.checked(field.key(), written)).toString();
            case NAME, ORGANISATION, JOB_TITLE ->
                Content.oneLine(field.key(), Length.NAME.checked(field.key(), written));
            case TEXT -> Content.oneLine(field.key(), Length.LINE.checked(field.key(), written));
            case MESSAGE -> Length.TEXT.checked(field.key(), written.replace("\r\n", "\n"));
            case CHOICE -> choice(field, written, shown.language());
            case CHECKBOX, CONSENT -> ticked(written);
            case OWN ->
                shown.own().apply(Objects.requireNonNull(field.bound().own())).checked(written);
        };
    }

    private static String choice(Field field, String written, String language) {
        var offered = field.choices(language);
        if (!offered.contains(written)) {
            throw Problem.invalid(field.key(), "forms.notAChoice", Shortened.of(written), String.join(", ", offered));
        }
        return written;
    }

    private static String ticked(String written) {
        if (!written.equals("yes") && !written.equals("true")) {
            throw Problem.invalid("", "forms.notATick");
        }
        return "yes";
    }

    boolean isRight() {
        return errors.isEmpty();
    }

    /** Of a field that a form asks for once; empty where it was not answered. */
    String of(Field.Kind kind) {
        return answers.stream()
                .filter(answer -> answer.field().equals(kind.code()))
                .findFirst()
                .map(Answer::value)
                .orElse("");
    }

    String json() {
        return JSON.writeValueAsString(answers);
    }

    static List<Answer> answers(String json) {
        return List.of(JSON.readValue(json, Answer[].class));
    }

    /** What was sent besides the answers, said as wrong with the form as a whole. */
    Filled wrong(String field, String key, Object... arguments) {
        var all = new LinkedHashMap<>(errors.byField());
        all.put(field, Said.of(key, arguments));
        return new Filled(values, answers, new Errors(all));
    }
}
