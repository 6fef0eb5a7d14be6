package fi.seloste.marketing;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import fi.seloste.store.Purpose;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Whether people are judged all at once or one by one, the same is found. */
@MarketingTest
@TestPropertySource(properties = "seloste.audience.few=1")
class GatesTest {

    @Autowired
    Readers readers;

    @Autowired
    Recipients recipients;

    @Autowired
    Crowds crowds;

    @Autowired
    Sending sending;

    @Autowired
    MailSink sink;

    @Test
    @Policy("M1")
    void whom_a_gate_holds_of_all_at_once_it_holds_when_asked_of_each() {
        sink.open();
        var often = readers.firm("Usein Oy");
        readers.met(often, "Ada Usein", "ada@usein.example", "fi");
        for (int i = 0; i < 4; i++) {
            readers.marketing.send(readers.campaign(often), Readers.JENNY);
            sending.run();
        }
        readers.met(often, "Aino Usein", "", "fi");
        readers.met(often, "Boris Usein", "office@usein.example", "en");
        readers.met(often, "Cecilia Usein", "Office@usein.example", "sv");
        readers.met(often, "Dina Usein", "office@usein.example", "sv");
        readers.ban(readers.met(often, "Eero Usein", "eero@usein.example", "sv"));
        var aim = new Recipients.Aim(readers.at(often), "role-marketing", null);
        var letter = new Recipients.Aim(readers.at(often), "consented-marketing", "no-such-letter", null);

        assertThat(counted(aim))
                .isEqualTo(Map.of("", 1L, "frequency", 1L, "no-address", 1L, "same-address", 2L))
                .isEqualTo(each(aim));
        assertThat(counted(letter))
                .isEqualTo(Map.of("not-subscribed", 4L, "no-address", 1L))
                .isEqualTo(each(letter));
    }

    private Map<String, Long> counted(Recipients.Aim aim) {
        var counted = new TreeMap<String, Long>();
        readers.purposes
                .as(Purpose.MARKETING, () -> crowds.counted(aim))
                .forEach(one -> counted.put(one.reason(), (long) one.people()));
        return counted;
    }

    private Map<String, Long> each(Recipients.Aim aim) {
        return readers.purposes.as(Purpose.MARKETING, () -> recipients.page(aim, null, null, 50)).stream()
                .collect(groupingBy(Member::reason, TreeMap::new, counting()));
    }
}
