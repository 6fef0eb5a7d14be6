package fi.seloste.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JoinedTest {

    @Test
    void two_rows_of_one_person_become_one_and_the_ban_holds() {
        var joined = Joined.all(Read.example("bad/same-person-twice.csv").drafts());

        assertThat(joined).hasSize(2);
        var ada = joined.getFirst();
        assertThat(ada.lines()).containsExactly(2L, 4L);
        assertThat(ada.who().marketing().isBanned()).isTrue();
        assertThat(ada.who().reach().emails()).hasSize(1);
        assertThat(ada.who().reach().phones()).hasSize(1);
        var boris = joined.getLast();
        assertThat(boris.lines()).containsExactly(3L, 5L);
        assertThat(boris.who().reach().emails()).hasSize(2);
    }

    @Test
    void people_who_share_the_address_of_a_post_stay_apart() {
        var read = Read.text(
                "Nimi;Sähköposti\nAda Koskinen;info@koivu-kaarna.example\nTuuli Järvinen;info@koivu-kaarna.example\n");

        assertThat(Joined.all(read.drafts())).hasSize(2);
    }

    @Test
    void people_who_share_a_number_stay_apart() {
        var read = Read.text("Nimi;Puhelin\nAda Koskinen;09 4241 0101\nTuuli Järvinen;09 4241 0101\n");

        assertThat(Joined.all(read.drafts())).hasSize(2);
    }

    @Test
    void a_third_row_can_show_that_two_were_one() {
        var read = Read.text("Nimi;Sähköposti;Sähköposti 2\n"
                + "Ada Koskinen;ada@koivu-kaarna.example;\n"
                + "Boris Nyström;boris@saaristo-vene.example;\n"
                + "A. Koskinen;ada@kotiposti.example;\n"
                + "Ada Koskinen;ada@kotiposti.example;ada@koivu-kaarna.example\n");

        var joined = Joined.all(read.drafts());

        assertThat(joined).extracting(Draft::displayName).containsExactly("Ada Koskinen", "Boris Nyström");
        assertThat(joined.getFirst().lines()).containsExactlyInAnyOrder(2L, 4L, 5L);
    }

    @Test
    void a_refused_row_joins_nobody() {
        var read = Read.text(
                "Nimi;Sähköposti\nAda Koskinen;ada@koivu-kaarna.example\nAda Koskinen;ada@koivu-kaarna.example;liikaa\n");

        assertThat(Joined.all(read.drafts())).hasSize(2);
    }
}
