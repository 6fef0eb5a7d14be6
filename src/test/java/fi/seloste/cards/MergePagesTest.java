package fi.seloste.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.base.PersonId;
import fi.seloste.disclosures.Disclosure;
import fi.seloste.disclosures.Disclosures;
import fi.seloste.register.Ban;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.Merging;
import fi.seloste.register.MergingOrganisations;
import fi.seloste.staff.Role;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Counter.class)
class MergePagesTest {

    @Autowired
    Counter counter;

    @Autowired
    Merging merging;

    @Autowired
    MergingOrganisations mergingFirms;

    @Autowired
    MarketingBan bans;

    @Autowired
    Disclosures disclosures;

    @Autowired
    Purposes purposes;

    @Test
    void a_merge_is_looked_at_chosen_by_field_and_undone_from_the_page() throws Exception {
        var kept = counter.person("Pekka Salmi", "pekka.salmi@jokivoima.example");
        var gone = counter.person("Pekka S.", "pekka.salmi+fair@jokivoima.example");
        counter.customer(() -> bans.ban(gone, Ban.because("by mail"), Counter.MARIA));
        var maria = counter.ofAll();
        maria.sends("/people/" + gone + "/fields/job-title", "value", "Foreman", "was", "");
        maria.opens("/people/" + kept)
                .andExpect(
                        content().string(allOf(containsString("Perhaps the same"), containsString("/merge/" + gone))));

        maria.opens("/people/" + kept + "/merge/" + gone)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("The strictest permission of the two wins"),
                                containsString("Marketing is banned"),
                                containsString("Foreman"),
                                containsString("addresses and numbers"))));
        maria.sends("/people/" + kept + "/merge/" + gone, "take.job-title", "gone", "take.name", "kept")
                .andExpect(header().string("Location", "/people/" + kept));

        maria.opens("/people/" + kept)
                .andExpect(content()
                        .string(allOf(
                                containsString("Foreman"),
                                containsString("Marketing is banned"),
                                containsString("Pekka S."),
                                containsString("can be undone until"))));
        maria.opens("/people/" + gone).andExpect(header().string("Location", "/people/" + kept));

        var merge = counter.customer(() -> merging.of(kept)).getFirst().id();
        maria.sends("/people/" + kept + "/merges/" + merge + "/undoing").andExpect(status().isSeeOther());
        maria.opens("/people/" + gone)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Foreman")));
        maria.sends("/people/" + kept + "/merges/" + merge + "/undoing").andExpect(status().isConflict());
    }

    @Test
    void the_preview_counts_no_rows_that_the_purpose_may_not_read() throws Exception {
        var kept = counter.person("Outi Salo", "outi.salo@jokivoima.example");
        var gone = counter.person("Outi S.", "outi.salo+fair@jokivoima.example");
        var asked = new Disclosure.Asked("Esimerkkilän poliisi", null, "a law", "orders", Counter.TODAY, null);
        disclosures.record(asked, null, List.of(gone), Counter.MARIA);

        assertThat(relations(Purpose.RIGHTS, kept, gone)).contains("disclosures.concerned");
        assertThat(relations(Purpose.CUSTOMER, kept, gone))
                .contains("register.contact_point")
                .doesNotContain("disclosures.concerned");
        counter.ofAll()
                .opens("/people/" + kept + "/merge/" + gone)
                .andExpect(content().string(not(containsString("requests of authorities"))));
    }

    private List<String> relations(Purpose purpose, PersonId kept, PersonId gone) {
        return purposes.as(purpose, () -> merging.preview(kept, gone)).moved().stream()
                .map(Merging.Moved::relation)
                .toList();
    }

    @Test
    void after_thirty_days_the_page_offers_no_undo() throws Exception {
        var kept = counter.person("Tea Harju", "tea@harju.example");
        var gone = counter.person("Teija Harju", "teija@harju.example");
        counter.customer(() -> merging.merge(kept, gone, java.util.Set.of(), Counter.MARIA));
        counter.ofAll().opens("/people/" + kept).andExpect(content().string(containsString("/undoing")));
        counter.clock.advance(Duration.ofDays(31));
        counter.ofAll().opens("/people/" + kept).andExpect(content().string(not(containsString("/undoing"))));
        counter.clock.advance(Duration.ofDays(-31));
    }

    @Test
    void those_who_are_two_are_not_proposed_again() throws Exception {
        var one = counter.person("Veli Aro", "aro@aro.example");
        var other = counter.person("Viljo Aro", "aro@aro.example");
        var maria = counter.ofAll();
        maria.opens("/people/" + one).andExpect(content().string(containsString("/merge/" + other)));
        maria.sends("/people/" + one + "/kept-apart/" + other).andExpect(status().isSeeOther());
        maria.opens("/people/" + one).andExpect(content().string(not(containsString("/merge/" + other))));
    }

    @Test
    void the_other_one_is_found_by_words_and_nobody_merges_with_themselves() throws Exception {
        var one = counter.person("Rauha Toivonen", "rauha@toivonen.example");
        var other = counter.person("Rauha T.", "rauha.t@toivola.example");
        var maria = counter.ofAll();
        maria.opens("/people/" + one + "/merge?q=rauha")
                .andExpect(content()
                        .string(allOf(containsString("/merge/" + other), not(containsString("/merge/" + one + "\"")))));
        maria.opens("/people/" + one + "/merge/" + one).andExpect(status().isBadRequest());
    }

    @Test
    void organisations_are_merged_and_parted_in_the_same_way() throws Exception {
        var kept = counter.organisation("Satamatuki Oy", "satamatuki.example");
        var gone = counter.organisation("Satamatuki", "satamatuki.example");
        var maria = counter.ofAll();
        maria.opens("/organisations/" + kept).andExpect(content().string(containsString("same domain")));
        maria.opens("/organisations/" + kept + "/merge/" + gone).andExpect(status().isOk());
        maria.sends("/organisations/" + kept + "/merge/" + gone, "take.name", "gone")
                .andExpect(status().isSeeOther());
        maria.opens("/organisations/" + gone).andExpect(header().string("Location", "/organisations/" + kept));
        var merge = counter.customer(() -> mergingFirms.of(kept)).getFirst().id();
        maria.sends("/organisations/" + kept + "/merges/" + merge + "/undoing").andExpect(status().isSeeOther());
        maria.opens("/organisations/" + gone).andExpect(status().isOk());
    }

    @Test
    void a_purpose_that_may_not_merge_is_told_so() throws Exception {
        var one = counter.person("Sanna Virta", "sanna@virta.example");
        var other = counter.person("Sanni Virta", "sanni@virta.example");
        counter.of(Role.SUPPORT_AGENT.permissions())
                .sends("/people/" + one + "/merge/" + other)
                .andExpect(status().isForbidden());
    }
}
