package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.store.Purpose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Whatever SQL the marketing login is made to run on marketing's own tables, it reads nobody who has said no. */
@MarketingTest
class MarketingSeesTest {

    private static final String BORIS = "boris@jokivoima.example";

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    private static boolean prepared;

    @BeforeEach
    void boris_got_a_message_and_banned_marketing_then() {
        if (prepared) {
            return;
        }
        prepared = true;
        sink.open();
        var firm = readers.firm("Jokivoima Oy");
        readers.met(firm, "Ada Koskinen", "ada@jokivoima.example", "fi");
        var boris = readers.met(firm, "Boris Lindqvist", BORIS, "fi");
        var id = readers.campaign(firm);
        readers.marketing.send(id, Readers.JENNY);
        assertThat(seen("select address from marketing.delivery")).contains(BORIS);
        readers.ban(boris);
    }

    @Test
    @Policy("M1")
    void his_row_is_there_and_not_for_marketing() {
        assertThat(readers.purposes.as(
                        Purpose.OWNER,
                        () -> readers.jdbc
                                .sql("select address from marketing.delivery")
                                .query(String.class)
                                .list()))
                .contains(BORIS, "ada@jokivoima.example");
        assertThat(seen("select address from marketing.delivery")).containsExactly("ada@jokivoima.example");
    }

    @ParameterizedTest
    @Policy("M1")
    @ValueSource(
            strings = {
                "select address from marketing.delivery where standing <> 0 or true",
                "select d.address from marketing.campaign c left join marketing.delivery d using (campaign_id)",
                "select d.address from register.person p join marketing.delivery d using (person_id)",
                "select address from marketing.delivery for update",
                "select address from marketing.delivery tablesample system (100)",
                "update marketing.delivery set reason = 'x' returning address",
                "delete from marketing.delivery returning address",
                "select (select max(address) from marketing.delivery)",
                "with x as (select address from marketing.delivery) select address from x union all select name from register.person",
                "select marketing.skip_hidden(campaign_id, '2026-11-23T00:00Z')::text from marketing.campaign",
                "select person_id::text || (select string_agg(address, ' ') from marketing.delivery) from register.person"
            })
    void no_query_shows_him(String attempt) {
        assertThat(attempted(attempt)).doesNotContainIgnoringCase("boris");
    }

    @ParameterizedTest
    @Policy("M1")
    @ValueSource(
            strings = {
                "select token_print from marketing.way_out",
                "select person_id from marketing.way_out",
                "update marketing.delivery set standing = 0",
                "alter table marketing.delivery disable row level security",
                "drop policy for_marketing on marketing.delivery",
                "select person_id from marketing.way_out_of('x'::bytea)",
                "select set_config('role', 'seloste_test_keeping', true)",
                "select marketing.tally_moved()"
            })
    void marketing_is_refused(String attempt) {
        assertThatThrownBy(() -> readers.purposes.as(
                        Purpose.MARKETING,
                        () -> readers.jdbc.sql(attempt).query().listOfRows()))
                .isInstanceOf(DataAccessException.class);
    }

    /** What a statement shows; nothing of it stays. */
    private String attempted(String sql) {
        try {
            readers.purposes.as(Purpose.MARKETING, () -> {
                throw new Undone(
                        readers.jdbc.sql(sql).query(String.class).list().toString());
            });
        } catch (Undone shown) {
            return String.valueOf(shown.getMessage());
        }
        throw new AssertionError("not undone");
    }

    private static final class Undone extends RuntimeException {
        Undone(String shown) {
            super(shown);
        }
    }

    private java.util.List<String> seen(String sql) {
        return readers.purposes.as(
                Purpose.MARKETING,
                () -> readers.jdbc.sql(sql).query(String.class).list());
    }
}
