package fi.seloste.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrantTest {

    @Test
    void grants_stand_in_the_order_of_their_words() {
        var grants = new ArrayList<Grant>();
        for (var role : List.of("seloste_rights", "seloste_rights_all")) {
            for (var table : List.of("register.person", "register.person_card", "rights.request")) {
                grants.add(new Grant(role, "DELETE", table, null));
                for (var privilege : List.of("INSERT", "SELECT")) {
                    for (var column : List.of("name", "name_folded", "person_id")) {
                        grants.add(new Grant(role, privilege, table, column));
                    }
                }
            }
        }
        var byTheirWords =
                grants.stream().sorted(Comparator.comparing(Grant::toString)).toList();
        Collections.shuffle(grants, new Random(7));
        assertThat(grants.stream().sorted()).containsExactlyElementsOf(byTheirWords);
    }
}
