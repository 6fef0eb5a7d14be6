package fi.seloste.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.UnexpectedRollbackException;

/** Whoever is told that something was kept can find it. */
@DatabaseTest
class PurposesTest {

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void a_place_to_keep_words() {
        purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("create table public.word (word text)").update());
    }

    @AfterEach
    void no_place_any_more() {
        purposes.as(Purpose.OWNER, () -> jdbc.sql("drop table public.word").update());
    }

    @Test
    void work_that_goes_on_after_an_error_of_the_database_is_not_told_that_it_was_kept() {
        assertThatThrownBy(() -> purposes.as(Purpose.OWNER, () -> {
                    keep("before");
                    assertThatThrownBy(() -> jdbc.sql("select 1 / 0")
                                    .query(Integer.class)
                                    .single())
                            .isInstanceOf(DataAccessException.class);
                    return "kept";
                }))
                .isInstanceOf(UnexpectedRollbackException.class);
        assertThat(kept()).isEmpty();
    }

    @Test
    void an_error_that_a_nested_piece_of_work_passes_over_is_told_too() {
        assertThatThrownBy(() -> purposes.as(Purpose.OWNER, () -> {
                    keep("before");
                    purposes.as(Purpose.OWNER, () -> {
                        try {
                            keep("word", "no such column");
                        } catch (DataAccessException passedOver) {
                            assertThat(passedOver).hasMessageContaining("beside");
                        }
                    });
                }))
                .isInstanceOf(UnexpectedRollbackException.class);
        assertThat(kept()).isEmpty();
    }

    @Test
    void what_another_transaction_kept_meanwhile_stays() {
        assertThatThrownBy(() -> purposes.as(Purpose.OWNER, () -> {
                    purposes.apart(Purpose.OWNER, () -> {
                        keep("apart");
                        return true;
                    });
                    keep("before");
                    throw new IllegalStateException("at the end");
                }))
                .hasMessage("at the end");
        assertThat(kept()).containsExactly("apart");
    }

    private void keep(String word) {
        jdbc.sql("insert into public.word (word) values (:word)")
                .param("word", word)
                .update();
    }

    private void keep(String word, String beside) {
        jdbc.sql("insert into public.word (word, beside) values (:word, :beside)")
                .param("word", word)
                .param("beside", beside)
                .update();
    }

    private List<String> kept() {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select word from public.word")
                        .query(String.class)
                        .list());
    }
}
