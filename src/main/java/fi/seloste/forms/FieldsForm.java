package fi.seloste.forms;

import fi.seloste.base.Problem;
import fi.seloste.consents.Aim;
import fi.seloste.notice.DeclaredPurpose;
import fi.seloste.ui.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * What the builder sends: {@code title.fi}, {@code lead.fi}, {@code thanks.fi}, and for each field {@code f0.key}, {@code f0.label.fi},
 * {@code f0.choices.fi}, {@code f0.required}, {@code f0.purpose}. The button that was pressed may add a field, move one or take one away; what
 * was typed is kept either way.
 */
record FieldsForm(Content content, boolean goesOn) {

    static FieldsForm of(Content before, MultiValueMap<String, String> sent, Adding adding) {
        var fields = new ArrayList<Field>();
        for (int i = 0; i < 60 && sent.containsKey("f" + i + ".key"); i++) {
            var name = "f" + i;
            before.field(text(sent, name + ".key")).ifPresent(field -> fields.add(field(before, field, sent, name)));
        }
        var act = text(sent, "act");
        acted(fields, act, before, adding);
        var headings = new TreeMap<String, Content.Heading>(before.headings());
        before.languages()
                .forEach(language -> headings.put(
                        language,
                        inPlace(
                                "",
                                language,
                                () -> new Content.Heading(
                                        text(sent, "title." + language),
                                        text(sent, "lead." + language),
                                        text(sent, "thanks." + language)))));
        return new FieldsForm(new Content(before.languages(), headings, fields), !act.isEmpty() && !act.equals("save"));
    }

    /** What is wrong is said where it was typed: {@code title.fi}, {@code f0.label.fi}. */
    private static <T> T inPlace(String before, String language, Supplier<T> made) {
        try {
            return made.get();
        } catch (Problem.Invalid e) {
            throw e.in(before + e.field() + "." + language);
        }
    }

    private static Field field(Content before, Field field, MultiValueMap<String, String> sent, String name) {
        var labels = new HashMap<>(field.words().labels());
        var choices = new HashMap<>(field.words().choices());
        before.languages().forEach(language -> {
            var label = text(sent, name + ".label." + language);
            var lines = text(sent, name + ".choices." + language).lines().toList();
            inPlace(
                    name + ".",
                    language,
                    () -> new Field.Words(Map.of(language, label), Map.of(language, lines), Map.of()));
            labels.put(language, label);
            if (field.kind() == Field.Kind.CHOICE) {
                choices.put(language, lines);
            }
        });
        boolean required = field.kind() == Field.Kind.EMAIL || sent.containsKey(name + ".required");
        var purpose = text(sent, name + ".purpose");
        var bound = purpose.isEmpty() || field.kind() == Field.Kind.CONSENT
                ? field.bound()
                : new Field.Bound(purpose, field.bound().own(), field.bound().aim());
        return new Field(field.key(), field.kind(), required, bound, new Field.Words(labels, choices, Map.of()));
    }

    /** {@code add.message}, {@code up.3}, {@code down.3}, {@code remove.3}; what is not understood does nothing. */
    private static void acted(List<Field> fields, String act, Content before, Adding adding) {
        var parts = act.split("\\.", 2);
        if (parts.length < 2) {
            return;
        }
        if (parts[0].equals("add")) {
            fields.add(adding.made(parts[1], fields, before.languages()));
            return;
        }
        int at = parts[1].matches("\\d{1,2}") ? Integer.parseInt(parts[1]) : -1;
        if (at < 0 || at >= fields.size()) {
            return;
        }
        switch (parts[0]) {
            case "up" -> Collections.swap(fields, at, Math.max(0, at - 1));
            case "down" -> Collections.swap(fields, at, Math.min(fields.size() - 1, at + 1));
            case "remove" -> remove(fields, at);
            default -> {}
        }
    }

    /** Without an address nobody can be answered. */
    private static void remove(List<Field> fields, int at) {
        if (fields.get(at).kind() != Field.Kind.EMAIL) {
            fields.remove(at);
        }
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value.strip().replace("\r\n", "\n");
    }

    /** Makes fields as they are added by a press, for the purpose that the form aims at where their category serves it. */
    record Adding(Declaring declaring, Texts texts, String aim) {

        /** For what is usual. */
        Adding(Declaring declaring, Texts texts) {
            this(declaring, texts, "");
        }

        /** {@code message}; {@code own:ID}; {@code consent:PURPOSE/TOPIC}. */
        Field made(String what, List<Field> before, List<String> languages) {
            var parts = what.split(":", 2);
            var kind = Field.Kind.of(parts[0]);
            var rest = parts.length > 1 ? parts[1] : "";
            if (kind.isOnce() && before.stream().anyMatch(field -> field.kind() == kind)) {
                throw Problem.invalid("kind", "forms.field.once");
            }
            if (before.stream().anyMatch(field -> asks(field, kind, rest))) {
                throw Problem.invalid("kind", "forms.field.once");
            }
            var key = Field.fresh(kind, before);
            return switch (kind) {
                case OWN ->
                    new Field(key, kind, false, declaring.boundToOwn(rest), Field.Words.of(ownLabels(rest, languages)));
                case CONSENT -> new Field(key, kind, false, consent(rest), Field.Words.of(Map.of()));
                default ->
                    new Field(
                            key,
                            kind,
                            kind == Field.Kind.EMAIL || kind == Field.Kind.NAME || kind == Field.Kind.MESSAGE,
                            Field.Bound.to(usual(kind)),
                            Field.Words.of(labels(kind, languages)));
            };
        }

        /** A field of the company's own, or a consent, is asked once: two answers to one question would be one too many. */
        private static boolean asks(Field field, Field.Kind kind, String rest) {
            return switch (kind) {
                case OWN -> String.valueOf(field.bound().own()).equals(rest);
                case CONSENT -> aimOf(rest).equals(field.bound().aim());
                default -> false;
            };
        }

        private static Aim aimOf(String aim) {
            var parts = aim.split("/", 2);
            return new Aim(parts[0], parts.length > 1 ? parts[1] : "");
        }

        private Field.Bound consent(String aim) {
            return new Field.Bound(aimOf(aim).purpose(), null, aimOf(aim));
        }

        private String usual(Field.Kind kind) {
            var purposes = declaring.purposesOf(declaring.categoryOf(kind)).stream()
                    .map(DeclaredPurpose::id)
                    .toList();
            return purposes.contains(aim) ? aim : purposes.isEmpty() ? "" : purposes.getFirst();
        }

        private Map<String, String> labels(Field.Kind kind, List<String> languages) {
            return languages.stream()
                    .collect(Collectors.toMap(
                            language -> language,
                            language -> texts.say(Locale.of(language), "forms.label." + kind.code())));
        }

        private Map<String, String> ownLabels(String id, List<String> languages) {
            var name = declaring.nameOf(id);
            return languages.stream().collect(Collectors.toMap(language -> language, language -> name));
        }
    }
}
