package fi.seloste.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What was done is shown so that it can be read by whoever has to answer for it. */
class EvidencePageTest {

    @Test
    void the_facts_of_an_act_are_pairs_and_lists() {
        assertThat(EvidencePage.said("""
                        {"list":"people","conditions":"banned","count":3}""")).isEqualTo("list: people · conditions: banned · count: 3");
        assertThat(EvidencePage.said("""
                        {"purposes":["customer","support"]}""")).isEqualTo("purposes: customer, support");
        assertThat(EvidencePage.said("{}")).isEmpty();
    }
}
