package fi.seloste.marketing;

import fi.seloste.base.Problem;
import fi.seloste.register.CustomField;
import fi.seloste.register.CustomField.Holder;
import fi.seloste.register.OwnFields;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Said;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * All that messages can say of their readers: what the product knows, and fields of this company's own where the notice in force lets marketing read their category. What it
 * withholds is refused when it is written, blocks what was written before, and holds up what is leaving.
 */
@Component
public class MergeFields {

    private static final int MOST_NAMED = 12;

    private final OwnFields own;
    private final Granted granted;
    private final ObjectProvider<Figures> figures;
    private final Purposes purposes;

    MergeFields(OwnFields own, Granted granted, ObjectProvider<Figures> figures, Purposes purposes) {
        this.own = own;
        this.granted = granted;
        this.figures = figures;
        this.purposes = purposes;
    }

    /** A field as it is written, and what it is called. */
    public record Offer(String written, Said name) {}

    /** What can be said, the product's own first, and of the rest why it cannot. */
    public record Offers(List<Offer> fields, List<Offer> own, List<Said> withheld) {}

    Offers offers() {
        var fields = Arrays.stream(MergeField.values())
                .map(one -> new Offer(MergeField.written(one.word()), Said.of("merge.field." + one.word())))
                .toList();
        return here(() -> {
            var all = Arrays.stream(Holder.values())
                    .flatMap(holder -> this.own.of(holder).stream())
                    .toList();
            var offered = all.stream()
                    .filter(one -> granted.reads(one.category()))
                    .map(one -> new Offer(MergeField.written(MergeField.OWN + one.key()), called(one)))
                    .toList();
            var withheld = all.stream()
                    .filter(one -> !granted.reads(one.category()))
                    .map(this::withheld)
                    .toList();
            return new Offers(fields, offered, withheld);
        });
    }

    private static Said called(CustomField field) {
        return Said.of("merge.field.own", OwnQuestion.called(field.entity(), field.name()));
    }

    private Said withheld(CustomField field) {
        var name = OwnQuestion.called(field.entity(), field.name());
        return granted.why(
                "merge.withheld", name, field.category(), category -> Said.of("merge.withheld.own", name, category));
    }

    /** Of what a message may not say of its reader, all of it, in sentences: names that are no fields together, what is withheld each by itself. */
    List<Said> wrong(Campaign campaign) {
        var texts = texts(campaign);
        return here(() -> Stream.concat(unknown(texts).stream(), notSayable(keys(texts)).stream())
                .toList());
    }

    /** What would hold it up though it was right when it was written. */
    List<Said> withheld(Campaign campaign) {
        var keys = keys(texts(campaign));
        return keys.isEmpty() ? List.of() : here(() -> notSayable(keys));
    }

    /** The own fields that it says, of those that may be said. */
    OwnValues values(Campaign campaign) {
        var keys = keys(texts(campaign));
        return keys.isEmpty()
                ? OwnValues.NONE
                : here(() -> new OwnValues(keys.stream()
                        .flatMap(key -> own.byKey(key).stream())
                        .filter(one -> granted.reads(one.category()))
                        .toList()));
    }

    /** Its own words, and what a module above says in their stead. */
    private List<String> texts(Campaign campaign) {
        return here(() -> Stream.concat(
                        campaign.said().texts().stream(),
                        figures.orderedStream().flatMap(module -> module.words(campaign).stream()))
                .toList());
    }

    private static Set<String> keys(Collection<String> texts) {
        return MergeField.ownKeys(texts.stream());
    }

    private Optional<Said> unknown(Collection<String> texts) {
        var named = texts.stream().flatMap(text -> MergeField.unknown(text).stream());
        var nobody = keys(texts).stream()
                .filter(key -> own.byKey(key).isEmpty() && own.retired(key).isEmpty())
                .map(key -> MergeField.written(MergeField.OWN + key));
        var all = Stream.concat(named, nobody).distinct().toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(Said.of("merge.unknown", listed(all), all.size()));
    }

    private static String listed(List<String> names) {
        var few = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
        return names.size() > MOST_NAMED ? few + ", …" : few;
    }

    private List<Said> notSayable(Collection<String> keys) {
        var said = new ArrayList<Said>();
        for (var key : keys) {
            var field = own.byKey(key);
            if (field.isEmpty()) {
                own.retired(key).map(MergeFields::retired).ifPresent(said::add);
            } else if (!granted.reads(field.get().category())) {
                said.add(withheld(field.get()));
            }
        }
        return said;
    }

    private static Said retired(CustomField.Retired field) {
        return Said.of(
                "merge.withheld.retired",
                OwnQuestion.called(field.entity(), field.name()),
                LocalDate.ofInstant(field.at(), ZoneOffset.UTC));
    }

    /** What was said before may stay until it is taken out; it blocks the campaign meanwhile. */
    void mustBeSayable(Content content, Content before) {
        var kept = keys(before.allTexts());
        mustBeSayable("subjects", content.subjects().values(), kept);
        mustBeSayable("why", content.why().values(), kept);
        mustBeSayable(
                "blocks",
                content.blocks().stream()
                        .flatMap(block -> block.words().values().stream())
                        .toList(),
                kept);
    }

    private void mustBeSayable(String field, Collection<String> texts, Set<String> kept) {
        var keys = keys(texts);
        keys.removeAll(kept);
        if (!keys.isEmpty()) {
            here(() -> notSayable(keys)).stream().findFirst().ifPresent(said -> {
                throw Problem.invalid(field, said.key(), said.arguments().toArray());
            });
        }
    }

    /** For words that are no draft and cannot wait until they are looked over: all of them must be fields, and may be said. */
    public void mustBeKnown(String field, Collection<String> texts) {
        here(() -> unknown(texts)).ifPresent(said -> {
            throw Problem.invalid(field, said.key(), said.arguments().toArray());
        });
        mustBeSayable(field, texts, Set.of());
    }

    /** What fields are called is no secret of any purpose. */
    private <T> T here(Supplier<T> work) {
        return purposes.isRunning() ? work.get() : purposes.as(Purpose.MARKETING, work);
    }
}
