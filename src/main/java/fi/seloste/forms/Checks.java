package fi.seloste.forms;

import fi.seloste.consents.Consents;
import fi.seloste.consents.Wording;
import fi.seloste.staff.Staff;
import fi.seloste.ui.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks a form over before it is published: whether the notice lets it ask what it asks, and whether every visitor can read it. */
@Component
class Checks {

    private final Declaring declaring;
    private final Consents consents;
    private final Files files;
    private final Kinds kinds;
    private final Staff staff;

    Checks(Declaring declaring, Consents consents, Files files, Kinds kinds, Staff staff) {
        this.declaring = declaring;
        this.consents = consents;
        this.files = files;
        this.kinds = kinds;
        this.staff = staff;
    }

    /** Everything that is in the way, field by field. */
    List<Obstacle> of(Form form) {
        var found = new ArrayList<Obstacle>();
        for (var language : form.content().languages()) {
            if (form.content().heading(language).title().isEmpty()) {
                found.add(Obstacle.ofForm("forms.check.title", spoken(language)));
            }
        }
        whole(form, found);
        form.content().fields().forEach(field -> field(form, field, found));
        return List.copyOf(found);
    }

    /** Whether what visitors see could not go on to ask a field of the company's own, if it were of that category. */
    boolean bars(Content shown, UUID own, String category) {
        return shown.fields().stream()
                .filter(field -> own.equals(field.bound().own()))
                .anyMatch(field -> declaring.undeclared(field.bound(), category).isPresent());
    }

    private void whole(Form form, List<Obstacle> found) {
        if (!form.content().asks(Field.Kind.EMAIL)) {
            found.add(Obstacle.ofForm("forms.check.email"));
        }
        if (!form.content().asks(Field.Kind.NAME)) {
            found.add(Obstacle.ofForm("forms.check.name"));
        }
        if (form.plan().kind().equals(Kinds.DOWNLOAD) && files.of(form.id()).isEmpty()) {
            found.add(Obstacle.ofForm("forms.check.file"));
        }
        var handling = form.plan().handling();
        kinds.destination(form.plan().kind()).ifPresent(to -> leading(form, to, found));
        var owner = handling.owner();
        if (owner == null && form.plan().handling().makesTask()) {
            found.add(Obstacle.ofForm("forms.check.owner"));
        } else if (owner != null && staff.account(owner).isDisabled()) {
            found.add(Obstacle.ofForm(
                    "forms.check.ownerLeft", staff.account(owner).name()));
        }
    }

    /** Another module takes it over: it must know what to do with every answer, and get those that it needs. */
    private static void leading(Form form, Destination to, List<Obstacle> found) {
        var target = form.plan().handling().target();
        var obstacle = to.obstacle(target);
        if (obstacle.isPresent()) {
            found.add(new Obstacle("", "", obstacle.get()));
            return;
        }
        var content = form.content();
        content.fields().stream()
                .filter(field -> !to.takes().contains(field.kind()))
                .forEach(field -> found.add(new Obstacle(
                        field.key(), field.label(content.languages().getFirst()), Said.of("forms.check.notTaken"))));
        to.needs(target).stream()
                .filter(kind -> content.fields().stream().noneMatch(field -> field.kind() == kind && field.required()))
                .sorted()
                .forEach(kind ->
                        found.add(Obstacle.ofForm("forms.check.needed", Said.of("forms.field." + kind.code()))));
    }

    private void field(Form form, Field field, List<Obstacle> found) {
        var label = field.label(form.content().languages().getFirst());
        declaring.undeclared(field).ifPresent(why -> found.add(new Obstacle(field.key(), label, why)));
        var asked = field.kind() == Field.Kind.CONSENT ? wordings(field) : Map.<String, Wording>of();
        for (var language : form.content().languages()) {
            if (field.label(language).isEmpty() && field.kind() != Field.Kind.CONSENT) {
                found.add(at(field, label, "forms.check.label", language));
            }
            if (field.kind() == Field.Kind.CHOICE && field.choices(language).size() < 2) {
                found.add(at(field, label, "forms.check.choices", language));
            }
            if (field.kind() == Field.Kind.CONSENT && !asked.containsKey(language)) {
                found.add(at(field, label, "forms.check.wording", language));
            }
        }
        if (field.kind() == Field.Kind.CHOICE && sizes(form, field) > 1) {
            found.add(new Obstacle(field.key(), label, Said.of("forms.check.uneven")));
        }
    }

    private static long sizes(Form form, Field field) {
        return form.content().languages().stream()
                .map(language -> field.choices(language).size())
                .distinct()
                .count();
    }

    private static Obstacle at(Field field, String label, String key, String language) {
        return new Obstacle(field.key(), label, Said.of(key, spoken(language)));
    }

    private static Said spoken(String language) {
        return Said.of("lists.language." + language);
    }

    /** The newest words of what a box stands for, by language. */
    Map<String, Wording> wordings(Field field) {
        var aim = Objects.requireNonNull(field.bound().aim());
        return consents.wordings().stream()
                .filter(one -> one.aim().equals(aim))
                .collect(Collectors.toMap(one -> one.text().language(), one -> one, (a, b) -> b, TreeMap::new));
    }

    /** The content with the very words of its consents, as it is published. */
    Content frozen(Content content) {
        return content.with(content.fields().stream().map(this::frozen).toList());
    }

    private Field frozen(Field field) {
        if (field.kind() != Field.Kind.CONSENT) {
            return field;
        }
        var asked = new TreeMap<String, Field.Asked>();
        wordings(field)
                .forEach((language, one) -> asked.put(
                        language,
                        new Field.Asked(one.id(), one.version(), one.text().words())));
        return field.with(new Field.Words(field.words().labels(), Map.of(), asked));
    }
}
