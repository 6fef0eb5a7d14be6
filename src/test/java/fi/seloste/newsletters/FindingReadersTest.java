package fi.seloste.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.consents.Agreement;
import fi.seloste.consents.Channel;
import fi.seloste.consents.Proof;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A reader is found among the readers of a newsletter, however many of the name there are in the register. */
@NewslettersTest
class FindingReadersTest {

    @Autowired
    Newsroom room;

    @Autowired
    Subscribing subscribing;

    @Autowired
    Evidence evidence;

    @Test
    void a_reader_is_found_whose_name_many_others_have() {
        var topic = room.topic("finding");
        var others = namesakes(60, "Aarni");
        var reader = room.met("Ylva Virtasaari", "ylva@virtasaari.example");
        subscribe(reader, topic);

        assertThat(found(topic, "virtasaari")).containsExactly(reader);
        assertThat(seen(reader)).as("consulted once").isOne();
        assertThat(seen(others.getFirst())).as("not shown, so not consulted").isZero();

        namesakes(150, "Beata");
        assertThat(found(topic, "virtasaari")).as("of more than a search tells").containsExactly(reader);
        assertThat(found(topic, "virtasaari ylva")).containsExactly(reader);
        assertThat(found(topic, "virtasaari beata")).isEmpty();
        assertThat(found(topic, "100%_")).isEmpty();
    }

    private List<PersonId> namesakes(int many, String first) {
        return room.purposes.as(
                Purpose.CUSTOMER,
                () -> IntStream.range(0, many)
                        .mapToObj(i -> room.met(first + " Virtasaari", first + i + "@virtasaari.example"))
                        .toList());
    }

    private void subscribe(PersonId reader, Topic topic) {
        var shown = new Agreement.Manner(Channel.PAPER, new Proof(Proof.Kind.SIGNED, "Paper 7"), null);
        var who = new SignUp.Who("ylva@virtasaari.example", "Ylva Virtasaari", "en", null);
        assertThat(subscribing.subscribe(topic, who, shown, Newsroom.JENNY)).isEqualTo(reader);
    }

    private List<PersonId> found(Topic topic, String words) {
        return subscribing.list(topic, words, Paging.of(null, null), Evidence.How.LIST, Newsroom.JENNY).items().stream()
                .map(Subscriber::person)
                .toList();
    }

    private int seen(PersonId person) {
        return room.purposes
                .as(Purpose.RIGHTS, () -> evidence.consultationsOf(person))
                .size();
    }
}
