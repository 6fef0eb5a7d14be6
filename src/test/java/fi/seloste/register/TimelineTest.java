package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.base.PersonId;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Cast.class)
class TimelineTest {

    @Autowired
    Cast cast;

    @Autowired
    Notebook notebook;

    @Autowired
    Timeline timeline;

    @Test
    void what_happened_comes_newest_first_page_by_page_and_once() {
        var ada = cast.ada();
        for (var text : List.of("first", "second", "third", "fourth", "fifth")) {
            cast.clock.advance(Duration.ofMinutes(1));
            write(ada, Note.Kind.NOTE, text);
            write(ada, Note.Kind.CALL, text + " call");
        }
        var whole =
                cast.customer(() -> timeline.of(ada, TimelineQuery.first(100))).items();
        assertThat(whole).hasSize(12);
        assertThat(whole).extracting(TimelineItem::text).startsWith("fifth call");

        var walked = new ArrayList<TimelineItem>();
        @Nullable String after = null;
        do {
            var query = new TimelineQuery(Set.of(), Set.of(), 5, after);
            var page = cast.customer(() -> timeline.of(ada, query));
            walked.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertThat(walked).isEqualTo(whole);
    }

    @Test
    void a_timeline_is_narrowed_to_kinds_or_to_whole_groups() {
        var ada = cast.ada();
        write(ada, Note.Kind.NOTE, "a note");
        write(ada, Note.Kind.MEETING, "a meeting");
        assertThat(of(ada, "meeting")).containsExactly("a meeting");
        assertThat(of(ada, "note")).containsExactlyInAnyOrder("a note", "a meeting");
        assertThat(of(ada, "change")).contains("ada.koskinen@jokivoima.example").doesNotContain("a note");
    }

    @Test
    void each_purpose_tells_its_own_and_nothing_twice() {
        var ada = cast.ada();
        write(ada, Note.Kind.NOTE, "between us");
        var ofSupport = cast.purposes.as(Purpose.SUPPORT, () -> timeline.of(ada, TimelineQuery.first(50)));
        assertThat(ofSupport.items())
                .isNotEmpty()
                .extracting(TimelineItem::group)
                .containsOnly("change");

        var both = cast.purposes.as(
                Purpose.SUPPORT,
                () -> timeline.of(ada, TimelineQuery.first(50).with(Set.of(Purpose.CUSTOMER, Purpose.MARKETING))));
        assertThat(both.items())
                .extracting(TimelineItem::text)
                .contains("between us")
                .doesNotHaveDuplicates();
        assertThat(both.items()).hasSize(ofSupport.items().size() + 1);
    }

    private List<String> of(PersonId person, String kinds) {
        return cast.customer(() -> timeline.of(person, TimelineQuery.of(Map.of("kinds", kinds)))).items().stream()
                .map(item -> String.valueOf(item.text()))
                .toList();
    }

    private void write(PersonId person, Note.Kind kind, String text) {
        cast.customer(() -> notebook.write(Party.of(person), Note.New.of(kind, text), Cast.MARIA));
    }
}
