package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.notice.DeclarationReader;
import fi.seloste.notice.Notice;
import fi.seloste.notice.Press;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class KeptByNoticeTest {

    private static final Instant MET = Instant.parse("2026-01-10T08:00:00Z");

    @Autowired
    KeptByNotice kept;

    @Autowired
    Notice notice;

    @Autowired
    Press press;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void theShippedNoticeAgain() {
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql("delete from notice.version").update();
        });
        notice.lookAgain();
    }

    @Test
    @Policy("N5")
    void a_person_is_kept_as_long_as_the_notice_in_force_says() {
        assertThat(until(MET)).isEqualTo(LocalDate.of(2028, 1, 10));

        publish("period: P24M", "period: P36M");

        assertThat(until(MET)).isEqualTo(LocalDate.of(2029, 1, 10));
    }

    @Test
    void somebody_who_never_did_anything_is_counted_from_the_day_of_the_row() {
        assertThat(until(null)).isEqualTo(LocalDate.of(2027, 12, 1));
    }

    @Test
    void an_end_that_the_row_alone_cannot_tell_is_left_open() {
        publish("anchor: own-act\n      period: P24M", "anchor: relationship-end\n      period: P24M");

        assertThat(until(MET)).isNull();
    }

    private @Nullable LocalDate until(@Nullable Instant lastAct) {
        var end = kept.of(Ada.of(lastAct, Instant.parse("2025-12-01T08:00:00Z")));
        return end == null ? null : end.on();
    }

    private void publish(String before, String after) {
        var text = DeclarationReader.shippedText();
        int at = text.indexOf(before, text.indexOf("  contact-information:\n"));
        assertThat(at).isPositive();
        var changed = text.substring(0, at) + after + text.substring(at + before.length());
        var declaration = DeclarationReader.read("n", changed.getBytes(StandardCharsets.UTF_8))
                .declaration();
        purposes.as(Purpose.OWNER, () -> press.print(changed, declaration, "", Actor.system("test")));
    }

    /** Somebody of whom only the days matter. */
    private static final class Ada {

        static Person of(@Nullable Instant lastAct, Instant created) {
            return new Person(
                    fi.seloste.base.PersonId.next(),
                    1,
                    new Standing(0),
                    PersonName.of("Ada Koskinen"),
                    null,
                    null,
                    null,
                    null,
                    new Origin(Source.MEETING, null, LocalDate.of(2025, 12, 1)),
                    new Person.Informing(null, null, null),
                    lastAct,
                    created,
                    created);
        }
    }
}
