package fi.seloste.responses;

import fi.seloste.marketing.Marketing;
import fi.seloste.responses.Outcome.Count;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The door to what came of a campaign. It reads kept numbers only, however many events there were. */
@Component
public class Responses {

    private final Marketing marketing;
    private final ResponseTallies tallies;
    private final Links links;
    private final Crowds crowds;
    private final Trials trials;
    private final Ground ground;

    Responses(Marketing marketing, ResponseTallies tallies, Links links, Crowds crowds, Trials trials, Ground ground) {
        this.marketing = marketing;
        this.tallies = tallies;
        this.links = links;
        this.crowds = crowds;
        this.trials = trials;
        this.ground = ground;
    }

    @As(Purpose.MARKETING)
    public Outcome of(UUID campaign) {
        marketing.get(campaign);
        var sums = new Sums(tallies.of(campaign));
        var people = crowds.people(campaign);
        return new Outcome(
                ground.now().isDeclared(),
                sums.count("all", "", "opened"),
                sums.count("all", "", "clicked"),
                new Outcome.Readers(
                        sums.of("all", "", "known"), sums.of("all", "", "opener"), sums.of("all", "", "clicker")),
                new Outcome.Parts(
                        links(campaign, sums),
                        hours(sums),
                        parts(sums, "language", people, Crowds.Kind::language),
                        parts(sums, "segment", people, Crowds.Kind::segment),
                        subjects(campaign, sums),
                        machines(sums)));
    }

    private List<Outcome.Link> links(UUID campaign, Sums sums) {
        return links.of(campaign).stream()
                .map(link ->
                        new Outcome.Link(link.url(), sums.count("link", String.valueOf(link.position()), "clicked")))
                .sorted(Comparator.comparingLong(
                                (Outcome.Link link) -> link.clicked().people())
                        .reversed())
                .toList();
    }

    private static List<Outcome.Hour> hours(Sums sums) {
        return sums.parts("hour").stream()
                .map(Integer::valueOf)
                .sorted()
                .map(hour -> new Outcome.Hour(
                        hour,
                        sums.count("hour", String.valueOf(hour), "opened"),
                        sums.count("hour", String.valueOf(hour), "clicked")))
                .toList();
    }

    /** Several only where they are tried; how many got each while it was. */
    private List<Outcome.Part> subjects(UUID campaign, Sums sums) {
        return trials.people(campaign).stream()
                .map(tried -> {
                    var code = String.valueOf(tried.subjectNo());
                    return new Outcome.Part(
                            code,
                            tried.people(),
                            sums.count("subject", code, "opened"),
                            sums.count("subject", code, "clicked"));
                })
                .toList();
    }

    private static List<Outcome.Part> parts(
            Sums sums, String aspect, List<Crowds.Kind> people, Function<Crowds.Kind, String> code) {
        var sizes = new TreeMap<String, Long>(
                people.stream().collect(Collectors.groupingBy(code, Collectors.summingLong(Crowds.Kind::people))));
        var codes = new TreeSet<>(sums.parts(aspect));
        codes.addAll(sizes.keySet());
        if (codes.equals(Set.of(""))) {
            return List.of();
        }
        return codes.stream()
                .map(one -> new Outcome.Part(
                        one,
                        sizes.getOrDefault(one, 0L),
                        sums.count(aspect, one, "opened"),
                        sums.count(aspect, one, "clicked")))
                .sorted(Comparator.comparingLong(Outcome.Part::people).reversed())
                .toList();
    }

    private static List<Outcome.Machine> machines(Sums sums) {
        return sums.parts("rule").stream()
                .map(rule -> new Outcome.Machine(
                        rule, sums.of("rule", rule, "machine-opened") + sums.of("rule", rule, "machine-clicked")))
                .filter(one -> one.many() > 0)
                .sorted(Comparator.comparingLong(Outcome.Machine::many).reversed())
                .toList();
    }

    /** The sums of one campaign, to be looked up. */
    private static final class Sums {

        private final Map<List<String>, Long> many = new HashMap<>();

        Sums(List<ResponseTallies.Sum> sums) {
            sums.forEach(sum -> many.put(List.of(sum.aspect(), sum.part(), sum.kind()), sum.many()));
        }

        long of(String aspect, String part, String kind) {
            return many.getOrDefault(List.of(aspect, part, kind), 0L);
        }

        Count count(String aspect, String part, String kind) {
            return new Count(of(aspect, part, kind), of(aspect, part, "machine-" + kind));
        }

        TreeSet<String> parts(String aspect) {
            return many.keySet().stream()
                    .filter(key -> key.getFirst().equals(aspect))
                    .map(key -> key.get(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
