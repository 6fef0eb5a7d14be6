package fi.seloste.forms;

import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.consents.ConsentPurposes;
import fi.seloste.consents.Consents;
import fi.seloste.notice.Category;
import fi.seloste.notice.Text;
import fi.seloste.register.CustomField;
import fi.seloste.register.OwnFields;
import fi.seloste.staff.Action;
import fi.seloste.staff.Staff;
import fi.seloste.store.PublicAddress;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Puts the pages of the builder together. */
@Component
class FormDesk {

    private static final String EDITIONS = "20";

    private final Forms forms;
    private final Visiting visiting;
    private final Checks checks;
    private final Declaring declaring;
    private final Kinds kinds;
    private final Consents consents;
    private final ConsentPurposes aims;
    private final OwnFields own;
    private final Staff staff;
    private final Files files;
    private final Arrivals arrivals;
    private final Submissions submissions;
    private final PublicAddress house;
    private final Purposes purposes;
    private final Texts texts;

    FormDesk(
            Forms forms,
            Visiting visiting,
            Checks checks,
            Declaring declaring,
            Kinds kinds,
            Consents consents,
            ConsentPurposes aims,
            OwnFields own,
            Staff staff,
            Files files,
            Arrivals arrivals,
            Submissions submissions,
            PublicAddress house,
            Purposes purposes,
            Texts texts) {
        this.forms = forms;
        this.visiting = visiting;
        this.checks = checks;
        this.declaring = declaring;
        this.kinds = kinds;
        this.consents = consents;
        this.aims = aims;
        this.own = own;
        this.staff = staff;
        this.files = files;
        this.arrivals = arrivals;
        this.submissions = submissions;
        this.house = house;
        this.purposes = purposes;
        this.texts = texts;
    }

    /** Numbers are those of whom the purpose sees. */
    FormListPage list(@Nullable String after, Purpose purpose) {
        var read = forms.list(Paging.of(null, after));
        return purposes.as(purpose, () -> {
            var taken = submissions.counted();
            var waiting = arrivals.waiting();
            return new FormListPage(read.map(one ->
                    new FormListPage.Row(one, taken.getOrDefault(one.id(), 0L), waiting.getOrDefault(one.id(), 0L))));
        });
    }

    FormOverviewPage overview(UUID id, @Nullable String after, Purpose purpose, Locale language) {
        var form = forms.get(id);
        var numbers =
                purposes.as(purpose, () -> new FormOverviewPage.Numbers(submissions.count(id), arrivals.waiting(id)));
        var owner = form.plan().handling().owner();
        var place = new FormOverviewPage.Place(
                house.of("/f/" + form.plan().slug()),
                house.of(""),
                owner == null ? null : staff.account(owner).name(),
                leads(form, language),
                purposes.as(Purpose.MARKETING, () -> files.of(id)).orElse(null));
        return new FormOverviewPage(form, seen(form), forms.obstacles(id), numbers, editions(id, after), place);
    }

    private FormOverviewPage.Seen seen(Form form) {
        return form.state() == Form.State.PUBLISHED
                ? FormOverviewPage.Seen.of(visiting.see(form.plan().slug()))
                : FormOverviewPage.Seen.WHOLE;
    }

    private FormOverviewPage.Editions editions(UUID id, @Nullable String after) {
        var newest = forms.editions(id, Paging.of("1", null)).items();
        return new FormOverviewPage.Editions(
                forms.editions(id, Paging.of(EDITIONS, after)),
                newest.isEmpty() ? null : newest.getFirst().at());
    }

    /** What it leads to, by name; empty where that is gone, null where it leads nowhere else. */
    private @Nullable String leads(Form form, Locale language) {
        return kinds.destination(form.plan().kind())
                .map(to -> to.targets(language).stream()
                        .filter(one -> one.value().equals(form.plan().handling().target()))
                        .map(Option::label)
                        .findFirst()
                        .orElse(""))
                .orElse(null);
    }

    FormSettingsPage settings(@Nullable Form form, SettingsForm sent, Errors errors, Locale language) {
        var owners = new ArrayList<>(List.of(new Option("", "")));
        staff.whoMay(Purpose.CUSTOMER, Action.SEE)
                .forEach(one -> owners.add(new Option(one.id().toString(), one.name())));
        var targets = kinds.destination(sent.shown(sent.kind()))
                .map(one -> one.targets(language))
                .orElse(List.of());
        return new FormSettingsPage(
                form, new FormSettingsPage.Choices(kinds.codes(), owners, targets, house.of("/f/")), sent, errors);
    }

    /** What a kind of another module leads to is chosen with it: where there is one, it is offered beside what is asked for here. */
    void mustLead(SettingsForm sent, Locale language) {
        var offered = kinds.destination(sent.shown(sent.kind()))
                .map(one -> one.targets(language))
                .orElse(List.of());
        if (!offered.isEmpty() && offered.stream().noneMatch(one -> one.value().equals(sent.shown(sent.target())))) {
            throw Problem.invalid("target", "forms.target.choose");
        }
    }

    /** A new form asks for what its kind cannot do without, with labels in each of its languages. */
    Content first(SettingsForm sent) {
        return purposes.as(Purpose.MARKETING, () -> {
            var adding = adding(sent.shown(sent.kind()), sent.shown(sent.target()));
            var fields = new ArrayList<Field>();
            var wanted = sent.shown(sent.kind()).equals(Kinds.CONTACT)
                    ? List.of("name", "email", "organisation", "message")
                    : List.of("name", "email");
            var empty = new Content(sent.spoken(), Map.of(), List.of());
            wanted.forEach(kind -> fields.add(adding.made(kind, fields, empty.languages())));
            kinds.destination(sent.shown(sent.kind())).stream()
                    .filter(to -> !sent.shown(sent.target()).isEmpty())
                    .flatMap(to -> to.needs(sent.shown(sent.target())).stream())
                    .filter(kind -> fields.stream().noneMatch(field -> field.kind() == kind))
                    .sorted()
                    .forEach(kind -> fields.add(
                            adding.made(kind.code(), fields, empty.languages()).needed()));
            return empty.with(fields);
        });
    }

    void settle(UUID id, SettingsForm sent) {
        var content = forms.get(id).content().in(sent.spoken());
        forms.change(id, seen(sent.version()), sent.plan(), content);
    }

    /** True where the builder goes on to be shown. */
    boolean write(UUID id, MultiValueMap<String, String> sent) {
        var form = forms.get(id);
        var written = purposes.as(
                Purpose.MARKETING,
                () -> FieldsForm.of(
                        form.content(),
                        sent,
                        adding(form.plan().kind(), form.plan().handling().target())));
        var version = sent.getFirst("version");
        forms.change(
                id,
                seen(version != null && version.matches("\\d{1,9}") ? Integer.valueOf(version) : null),
                form.plan(),
                written.content());
        return written.goesOn();
    }

    private FieldsForm.Adding adding(String kind, String target) {
        var aim = kinds.destination(kind).flatMap(to -> to.purpose(target));
        return new FieldsForm.Adding(declaring, texts, aim.orElse(""));
    }

    private static int seen(@Nullable Integer version) {
        return version == null ? 0 : version;
    }

    FormFieldsPage fields(UUID id, FormFieldsPage.Typed typed, Errors errors, Locale language) {
        var form = forms.get(id);
        var obstacles = forms.obstacles(id);
        return purposes.as(Purpose.MARKETING, () -> {
            var cards = form.content().fields().stream()
                    .map(field -> card(field, obstacles, language))
                    .toList();
            return new FormFieldsPage(form, cards, offer(form, language), typed, errors);
        });
    }

    private FormFieldsPage.Card card(Field field, List<Obstacle> obstacles, Locale language) {
        var category = declaring.categoryOf(field);
        var name = declaring.category(category).map(Category::name).orElse(Text.NONE);
        var choosable = declaring.purposesOf(category).stream()
                .map(one -> new Option(one.id(), one.name().in(language)))
                .toList();
        var asked = new TreeMap<String, Field.Asked>();
        if (field.kind() == Field.Kind.CONSENT) {
            checks.wordings(field)
                    .forEach((tongue, one) -> asked.put(
                            tongue,
                            new Field.Asked(one.id(), one.version(), one.text().words())));
        }
        var ofField = obstacles.stream()
                .filter(one -> one.field().equals(field.key()))
                .toList();
        return new FormFieldsPage.Card(field, name, choosable, ofField, asked);
    }

    private FormFieldsPage.Offer offer(Form form, Locale language) {
        var destination = kinds.destination(form.plan().kind());
        var offered = List.of(Field.Kind.values()).stream()
                .filter(kind -> kind != Field.Kind.OWN && kind != Field.Kind.CONSENT)
                .filter(kind ->
                        destination.isEmpty() || destination.get().takes().contains(kind))
                .filter(kind -> !kind.isOnce() || !form.content().asks(kind))
                .toList();
        if (destination.isPresent()) {
            return new FormFieldsPage.Offer(offered, List.of(), List.of());
        }
        var fields = own.of(CustomField.Holder.PERSON).stream()
                .filter(one -> !form.content().asks(one.id()))
                .map(one -> new Option(one.id().toString(), one.name()))
                .toList();
        var agreed = consents.wordings().stream()
                .map(one -> one.aim())
                .distinct()
                .filter(aim -> form.content().fields().stream()
                        .noneMatch(field -> aim.equals(field.bound().aim())))
                .map(aim -> new Option(aim.purpose() + "/" + aim.topic(), aims.name(aim, language)))
                .toList();
        return new FormFieldsPage.Offer(offered, fields, agreed);
    }
}
