package fi.seloste.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.TurnedClock;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.datamap.Eraser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class BlobsTest {

    @Autowired
    Blobs blobs;

    @Autowired
    BlobRemover remover;

    @Autowired
    BlobSweep sweep;

    @Autowired
    Eraser eraser;

    @Autowired
    Purposes purposes;

    @Autowired
    TurnedClock clock;

    @Test
    void an_erased_persons_files_leave_the_disk_and_the_neighbours_stay() throws IOException {
        var ada = PersonId.next();
        var picture = keep("ada", ada);
        var other = keep("boris", PersonId.next());
        assertThat(blobs.file(picture)).hasContent("ada");

        purposes.as(Purpose.RIGHTS, () -> eraser.erase(ada, java.util.Set.of()));
        remover.run();

        assertThat(blobs.file(picture)).doesNotExist();
        assertThat(blobs.file(other)).hasContent("boris");
        purposes.as(
                Purpose.RIGHTS,
                () -> assertThatThrownBy(() -> blobs.open(picture)).isInstanceOf(Problem.NotFound.class));
    }

    @Test
    void a_file_whose_transaction_failed_is_swept_away_after_a_day() {
        var left = new UUID[1];
        assertThatThrownBy(() -> purposes.as(Purpose.CUSTOMER, () -> {
                    left[0] = blobs.keep(label(null), content("left behind"));
                    throw new IllegalStateException("after the file was written");
                }))
                .isInstanceOf(IllegalStateException.class);
        var kept = keep("kept", PersonId.next());
        assertThat(blobs.file(left[0])).exists();

        clock.turnTo(Instant.now().plus(Duration.ofHours(1)));
        sweep.run();
        assertThat(blobs.file(left[0])).as("an hour old").exists();

        clock.advance(Duration.ofDays(1));
        sweep.run();
        assertThat(blobs.file(left[0])).doesNotExist();
        assertThat(blobs.file(kept)).exists();
    }

    private UUID keep(String text, PersonId person) {
        return purposes.as(Purpose.CUSTOMER, () -> blobs.keep(label(person), content(text)));
    }

    private static Blobs.Label label(@Nullable PersonId person) {
        return new Blobs.Label("picture.txt", "text/plain", person);
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
