package fi.seloste.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Ids;
import fi.seloste.datamap.RowEraser;
import fi.seloste.notice.Notice;
import fi.seloste.notice.Removal;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the notice lets fall due row by row, the sweep can find and remove: a table that forgot to say so is named here. */
@DatabaseTest
class ScheduleTest {

    @Autowired
    Schedule schedule;

    @Autowired
    ExpiringRows rows;

    @Autowired
    RowEraser eraser;

    @Autowired
    Notice notice;

    @Autowired
    Purposes purposes;

    @Autowired
    Days days;

    @Autowired
    PersonEvents events;

    @Test
    void every_table_with_a_rule_of_its_own_can_be_read_and_emptied_by_retention() {
        var ruled = schedule.rows(notice.inForce());
        assertThat(ruled).isNotEmpty();
        assertThat(ruled)
                .allSatisfy(rule -> assertThatCode(() -> purposes.as(Purpose.RETENTION, () -> sweep(rule)))
                        .as(rule.table().qualified())
                        .doesNotThrowAnyException());
    }

    @Test
    @Policy("T18")
    void nothing_that_the_shipped_notice_says_is_left_undone() {
        var declared = notice.inForce();
        var undone = declared.processing().categories().values().stream()
                .flatMap(category -> category.retention().rules().stream()
                        .filter(rule ->
                                schedule.how(declared, category.id(), rule, events.category()) == Schedule.How.NOT_YET)
                        .map(rule -> category.id()))
                .toList();
        assertThat(undone).isEmpty();
    }

    private void sweep(RowRule rule) {
        rows.due(rule, days.today(), NightlySweep.FIRST, 1);
        rows.days(rule, days.today());
        var nobodys = List.of(Ids.next());
        assertThat(
                        rule.rule().action() == Removal.ERASE
                                ? eraser.delete(rule.table(), nobodys)
                                : eraser.anonymise(rule.table(), nobodys))
                .isZero();
    }
}
