package fi.seloste.demo;

import fi.seloste.register.Affiliation;
import fi.seloste.register.CustomField;
import fi.seloste.register.OwnFields;
import fi.seloste.register.Party;
import fi.seloste.register.Source;
import fi.seloste.register.Tagging;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people whom the story calls by name. */
@Component
@Profile("demo")
class Players implements Chapter {

    /** A field of the company's own, of which audiences may ask. */
    static final String TOPIC = "Wants to hear of";

    static final List<String> TOPICS = List.of("Exercises", "Continuity", "New features");

    private final Arrivals arrivals;
    private final Tagging tags;
    private final OwnFields fields;

    Players(Arrivals arrivals, Tagging tags, OwnFields fields) {
        this.arrivals = arrivals;
        this.tags = tags;
        this.fields = fields;
    }

    @Override
    public void lay(Stage stage) {
        var cast = Script.lines("cast.txt");
        for (int i = 0; i < cast.size(); i++) {
            int place = i;
            var line = cast.get(i);
            var at = stage.daysAgo(Integer.parseInt(line.get(6)));
            stage.customer(at, () -> {
                var id = arrivals.add(human(line), at, stage);
                if (!line.get(8).isEmpty()) {
                    tags.add(Party.of(id), line.get(8), stage.crew.tuomas().actor());
                }
                // Nobody has asked all of them.
                if (place % 4 < TOPICS.size()) {
                    wantsToHearOf(TOPICS.get(place % 4), Party.of(id), stage);
                }
            });
        }
    }

    private void wantsToHearOf(String topic, Party party, Stage stage) {
        var field = fields.of(CustomField.Holder.PERSON).stream()
                .filter(one -> one.name().equals(TOPIC))
                .findFirst()
                .orElseThrow();
        fields.set(party, field.id(), topic, stage.crew.tuomas().actor());
    }

    private static Human human(List<String> line) {
        var firm = Firm.called(line.get(0));
        var roles = Arrays.stream(line.get(4).split(" "))
                .filter(code -> !code.isEmpty())
                .map(Affiliation.Role::of)
                .collect(Collectors.toSet());
        return new Human(
                line.get(1),
                Arrivals.email(line.get(1), firm),
                Numbers.mobile(line.get(7)),
                new Human.Post(firm, line.get(2), roles),
                Source.of(line.get(5)),
                line.get(3));
    }
}
