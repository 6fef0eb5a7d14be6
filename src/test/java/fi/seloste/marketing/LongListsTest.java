package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.TurnedClock;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.store.Purpose;
import fi.seloste.store.Sql;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists that grow for years are read to their end, part by part. */
@MarketingTest
class LongListsTest {

    @Autowired
    Readers readers;

    @Autowired
    PictureDesk pictures;

    @Autowired
    Archive archive;

    @Autowired
    TurnedClock clock;

    @Test
    void campaigns_are_read_to_their_end_though_one_of_them_is_touched_meanwhile() {
        var firm = readers.firm("Pitkälista Oy");
        var made = new ArrayList<UUID>();
        for (int i = 0; i < 7; i++) {
            clock.advance(Duration.ofSeconds(1));
            made.addFirst(readers.campaign(firm));
        }

        var first = readers.marketing.touched(Paging.of("3", null));
        assertThat(ids(first)).containsExactlyElementsOf(made.subList(0, 3));
        clock.advance(Duration.ofSeconds(1));
        touch(made.get(2));
        var rest = walked("3", first.next(), readers.marketing::touched);

        assertThat(rest.stream().map(Campaign::id))
                .startsWith(made.subList(3, 7).toArray(UUID[]::new));
        assertThat(ids(readers.marketing.touched(Paging.of("1", null)))).containsExactly(made.get(2));
    }

    @Test
    void pictures_are_read_to_their_end() throws IOException {
        var made = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(pictures.add("picture " + i, drawing(), Readers.JENNY).id()); // all in the same moment
        }
        var read = walked("2", null, pictures::newest);
        assertThat(read.stream().map(Picture::id)).containsSubsequence(made).doesNotHaveDuplicates();
    }

    @Test
    void an_archive_is_read_to_its_first_issue() {
        var sent = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofSeconds(1));
            sent.addFirst(left("long-letter"));
        }
        var read = walked("2", null, asked -> archive.of("long-letter", asked));
        assertThat(read.stream().map(Issue::id)).containsExactlyElementsOf(sent);
    }

    @Test
    void a_mark_that_nobody_gave_out_is_refused() {
        for (var mark : List.of("x", "1.x", "99999999999999999999.01999999-0000-7000-8000-00000000dddd", "5")) {
            assertThatThrownBy(() -> readers.marketing.touched(Paging.of(null, mark)))
                    .as(mark)
                    .isInstanceOf(Problem.Invalid.class);
        }
    }

    private static List<UUID> ids(Paged<Campaign> page) {
        return page.items().stream().map(Campaign::id).toList();
    }

    private static <T> List<T> walked(String limit, @Nullable String from, Function<Paging, Paged<T>> list) {
        var all = new ArrayList<T>();
        var page = list.apply(Paging.of(limit, from));
        all.addAll(page.items());
        for (var next = page.next(); next != null; next = page.next()) {
            assertThat(page.items()).hasSize(Integer.parseInt(limit));
            page = list.apply(Paging.of(limit, next));
            all.addAll(page.items());
        }
        return all;
    }

    private void touch(UUID id) {
        readers.purposes.as(
                Purpose.OWNER,
                () -> readers.jdbc
                        .sql("update marketing.campaign set changed_at = :now where campaign_id = :id")
                        .param("id", id)
                        .param("now", Sql.at(clock.instant()))
                        .update());
    }

    private UUID left(String topic) {
        var id = readers.campaign(readers.firm("Arkisto Oy"));
        readers.purposes.as(
                Purpose.OWNER,
                () -> readers.jdbc
                        .sql(
                                "update marketing.campaign set topic = :topic, audience_id = null, state = 'sent', begun_at = :now, ended_at = :now where campaign_id = :id")
                        .param("id", id)
                        .param("topic", topic)
                        .param("now", Sql.at(clock.instant()))
                        .update());
        return id;
    }

    private static byte[] drawing() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
