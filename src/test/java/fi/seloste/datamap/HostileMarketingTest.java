package fi.seloste.datamap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Sql;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Whatever SQL marketing is made to run, on its own login, it reads no banned person, no note and no restricted row. */
@DatabaseTest
class HostileMarketingTest {

    private static final String BORIS = "boris.lindqvist@jokivoima.example";
    private static final String ADA = "ada.koskinen@jokivoima.example";

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    Clock clock;

    @BeforeEach
    void adaMayBeWrittenToAndBorisIsBanned() {
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql("delete from register.note").update();
            jdbc.sql("delete from register.contact_point").update();
            jdbc.sql("delete from register.person").update();
            add(PersonId.next(), "Ada Koskinen", ADA, 0);
            add(PersonId.next(), "Boris Lindqvist", BORIS, 1);
        });
    }

    @Test
    void marketing_sees_who_may_be_written_to_and_nobody_else() {
        assertThat(purposes.as(Purpose.OWNER, this::addresses)).containsExactlyInAnyOrder(ADA, BORIS);
        assertThat(purposes.as(Purpose.CUSTOMER, this::addresses)).containsExactlyInAnyOrder(ADA, BORIS);
        assertThat(purposes.as(Purpose.MARKETING, this::addresses)).containsExactly(ADA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select set_config('role', 'seloste_test_customer', true)",
                "select set_config('role', 'seloste_test_rights', true)",
                "set local role seloste_test_customer",
                "set role seloste_test_keeping",
                "set session authorization seloste_test_login_work",
                "select text from register.note",
                "select * from register.person",
                "select search_words from register.person",
                "select canonical_print from register.contact_point",
                "select * from suppression.entry",
                "select detail from evidence.detail",
                "select totp_secret from staff.account",
                "create table public.stolen as select value from register.contact_point",
                "create function pg_temp.peek() returns setof text language sql security definer as 'select value from register.contact_point'; "
                        + "select text from register.note",
                "alter table register.contact_point disable row level security",
                "drop policy for_marketing on register.contact_point",
                "create policy mine on register.contact_point to seloste_test_marketing using (true)",
                "update register.person set standing = 0",
                "insert into suppression.entry select * from suppression.entry",
                "grant seloste_test_customer to seloste_test_login_marketing",
                "select pg_read_file('PG_VERSION')",
                "select lo_import('/etc/passwd')"
            })
    void marketing_is_refused(String attempt) {
        assertThatThrownBy(() -> purposes.as(
                        Purpose.MARKETING, () -> jdbc.sql(attempt).query().listOfRows()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .message()
                .containsAnyOf(
                        "permission denied",
                        "must be owner",
                        "must be",
                        "COPY",
                        "denied",
                        "ADMIN option",
                        "admin option");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select value from register.contact_point c join register.person p using (person_id)",
                "select c.value from register.person p right join register.contact_point c on c.person_id = p.person_id",
                "select value from register.contact_point where standing in (0, 1, 2, 3)",
                "select value from register.contact_point where value ilike '%boris%' or true",
                "select value from register.contact_point tablesample system (100)",
                "select (select value from register.contact_point c where c.person_id = p.person_id) from register.person p",
                "select value from register.contact_point union all select name from register.person",
                "reset role; select 'nothing' as value",
                "with x as (select value from register.contact_point) select * from x",
                "select value from register.contact_point for update of contact_point"
            })
    void no_query_of_marketings_shows_a_banned_person(String attempt) {
        List<String> seen;
        try {
            seen = purposes.as(
                    Purpose.MARKETING,
                    () -> jdbc.sql(attempt).query(String.class).list());
        } catch (DataAccessException refused) {
            return;
        }
        assertThat(seen).noneMatch(v -> v.contains("boris") || v.contains("Boris"));
    }

    @Test
    void copying_out_shows_no_banned_person_either() {
        var copied = purposes.as(Purpose.MARKETING, () -> {
            var out = new StringWriter();
            var connection = DataSourceUtils.getConnection(dataSource);
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy register.contact_point (value) to stdout", out);
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
            return out.toString();
        });
        assertThat(copied).contains(ADA).doesNotContain(BORIS);
    }

    @Test
    void sql_without_a_purpose_reaches_no_database() {
        assertThatThrownBy(() -> jdbc.sql("select 1").query(Integer.class).single())
                .rootCause()
                .hasMessageContaining("No purpose");
    }

    @Test
    void a_purpose_of_another_login_cannot_join_a_running_transaction() {
        assertThatThrownBy(() -> purposes.as(Purpose.MARKETING, () -> purposes.as(Purpose.CUSTOMER, this::addresses)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("two logins");
    }

    @Test
    void a_purpose_inside_another_of_the_same_login_is_switched_back() {
        var seen = purposes.as(Purpose.CUSTOMER, () -> {
            var role = role();
            purposes.as(Purpose.KEEPING, this::role);
            return List.of(role, role());
        });
        assertThat(seen).containsExactly("seloste_test_customer", "seloste_test_customer");
    }

    private String role() {
        return jdbc.sql("select current_user::text").query(String.class).single();
    }

    private List<String> addresses() {
        return jdbc.sql("select value from register.contact_point")
                .query(String.class)
                .list();
    }

    private void add(PersonId id, String name, String email, int standing) {
        jdbc.sql("""
                        insert into register.person (person_id, standing, name, sort_name, search_words, source, sourced_on, created_at, changed_at)
                        values (:id, :standing, :name, :name, :name, 'met-in-person', :today, :now, :now)""")
                .param("id", id.value())
                .param("standing", standing)
                .param("name", name)
                .param("today", LocalDate.of(2026, 11, 23))
                .param("now", Sql.at(clock.instant()))
                .update();
        jdbc.sql("""
                        insert into register.contact_point (contact_point_id, person_id, standing, kind, usage, value, strict_print, canonical_print,
                               source, sourced_on, created_at)
                        values (:key, :id, :standing, 'email', 'personal', :email, :print, :print, 'met-in-person', :today, :now)""")
                .param("key", Ids.next())
                .param("id", id.value())
                .param("standing", standing)
                .param("email", email)
                .param("print", email.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .param("today", LocalDate.of(2026, 11, 23))
                .param("now", Sql.at(clock.instant()))
                .update();
    }
}
