package fi.seloste.notice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one declaration that the system is compiled from: what is kept about whom, for what, on which basis, from where, for how long, and
 * who receives it. Everything that is published, recorded or granted is derived from it.
 */
public record Declaration(
        List<String> languages, Heading heading, Controller controller, Processing processing, Promises promises) {

    /** The processing itself, each kind of thing by its id, in the order of the file. */
    public record Processing(
            Map<String, Group> groups,
            Map<String, DeclaredPurpose> purposes,
            Map<String, Source> sources,
            Map<String, Category> categories,
            Map<String, Recipient> recipients) {

        /** The thing of this id; whatever names it has been checked when the file was read. */
        static <T> T known(Map<String, T> things, String id) {
            var thing = things.get(id);
            if (thing == null) {
                throw new IllegalArgumentException("not declared: " + id);
            }
            return thing;
        }
    }

    /** What is said besides: rights, how requests are taken, automated decisions, cookies, and free wording by key. */
    public record Promises(
            Map<NoticeRight, Text> rights,
            Practices practices,
            Text automated,
            Cookies cookies,
            Map<String, Text> texts) {}

    public Optional<Category> category(String id) {
        return Optional.ofNullable(processing.categories().get(id));
    }

    /** The category by which this notice declares what the data maps call by an id: itself, or the one that it is a part of here. */
    public Optional<Category> covering(String id) {
        return category(Whole.of(id, processing.categories().keySet()));
    }

    /** The categories of the data maps that this notice declares by one of its own. */
    public List<String> coveredBy(String category) {
        return Whole.covered(category, processing.categories().keySet());
    }

    /** Whether what the data maps call by this id is not declared with something else. */
    public boolean tellsApart(String id) {
        return Whole.of(id, processing.categories().keySet()).equals(id);
    }

    public Optional<DeclaredPurpose> purpose(String id) {
        return Optional.ofNullable(processing.purposes().get(id));
    }

    /** The declared purposes that open a purpose of the product; none means that the product may not work in it. */
    public List<DeclaredPurpose> purposesOpening(Purpose purpose) {
        return processing.purposes().values().stream()
                .filter(one -> one.uses(purpose))
                .toList();
    }

    /** The purposes of the product that may read a category's data: what the database roles are granted. */
    public List<Purpose> readersOf(String category) {
        return covering(category).stream()
                .flatMap(one -> one.purposes().stream())
                .flatMap(id -> purpose(id).stream())
                .flatMap(purpose -> purpose.uses().stream())
                .distinct()
                .sorted()
                .toList();
    }

    public Stream<Category> categoriesOf(String purpose) {
        return processing.categories().values().stream()
                .filter(one -> one.purposes().contains(purpose));
    }

    @JsonIgnore
    public List<Recipient> recipientsInUse() {
        return processing.recipients().values().stream()
                .filter(Recipient::inUse)
                .toList();
    }
}
