package fi.seloste.instructions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class InstructionsTest {

    private static final Actor SIRPA =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000bbbb"), "Sirpa Virtanen");
    private static final String PASSWORD = "neljä sinistä sipulia";

    @Autowired
    Instructions instructions;

    @Autowired
    Evidence evidence;

    @Autowired
    Staff staff;

    @Autowired
    ApiTokens tokens;

    @Autowired
    TurnedClock clock;

    @Autowired
    MockMvc web;

    @Test
    @Policy("G1")
    void an_instruction_waits_on_the_first_page_until_it_is_acknowledged_with_one_press() throws Exception {
        var id = instructions.publish(wording("Locked screens", "Lock it.\n\n- at lunch\n- <b>always</b>"), SIRPA);
        var maija = account("Maija Salo", "maija.reads", Role.MARKETER);
        var visit = visit("maija.reads");
        assertThat(visit.html("/")).contains("Read the instruction: Locked screens", "/instructions/" + id);
        assertThat(visit.html("/instructions/" + id))
                .contains("<p>Lock it.</p>", "<li>at lunch</li>", "&lt;b&gt;always", "I have read this")
                .doesNotContain("<b>always", "Who has read it");

        visit.sends("/instructions/" + id + "/acknowledgement", "edition", "1");
        visit.sends("/instructions/" + id + "/acknowledgement", "edition", "1");

        assertThat(visit.html("/")).doesNotContain("Locked screens");
        assertThat(visit.html("/instructions/" + id))
                .contains("You have read this")
                .doesNotContain("I have read this");
        assertThat(instructions.of(maija))
                .extracting(Instructions.Acknowledged::title)
                .containsExactly("Locked screens");
        assertThat(evidence.about(id))
                .filteredOn(line -> line.act().equals("instruction-acknowledged"))
                .singleElement()
                .satisfies(line -> assertThat(line.actorId()).isEqualTo(maija.value()));
    }

    @Test
    @Policy("G1")
    void only_those_who_hold_a_purpose_are_asked_and_nobody_who_left() {
        var tuomas = account("Tuomas Laine", "tuomas.asked", Role.SALESPERSON);
        account("Maija Salo", "maija.notasked", Role.MARKETER);
        var left = account("Oskar Nyman", "oskar.left", Role.SALESPERSON);
        staff.disable(left, SIRPA);
        var id = instructions.publish(
                new Instructions.Wording("On the telephone", "Call back.", List.of(Purpose.CUSTOMER)), SIRPA);

        assertThat(instructions.progress(id).readers())
                .extracting(reader -> reader.account().email())
                .contains("tuomas.asked@halytin.example")
                .doesNotContain("maija.notasked@halytin.example", "oskar.left@halytin.example");
        assertThat(instructions.waiting(staff.account(tuomas), Role.SALESPERSON.permissions()))
                .extracting(Instruction::id)
                .contains(id);
        assertThat(instructions.waiting(staff.account(tuomas), Role.MARKETER.permissions()))
                .extracting(Instruction::id)
                .doesNotContain(id);
    }

    @Test
    @Policy("G2")
    void a_material_edition_asks_again_and_a_corrected_word_does_not() throws Exception {
        var id = instructions.publish(wording("Notes", "Write facts"), SIRPA);
        var aino = staff.account(account("Aino Lehtonen", "aino.again", Role.SALESPERSON));
        instructions.acknowledge(id, 1, aino);

        instructions.revise(id, wording("Notes", "Write facts."), false, 1, SIRPA);
        assertThat(waits(id, aino.id())).isFalse();
        instructions.revise(id, wording("Notes", "Write facts only."), true, 2, SIRPA);
        assertThat(waits(id, aino.id())).isTrue();
        assertThatThrownBy(() -> instructions.acknowledge(id, 2, aino)).hasMessageContaining("instructions.stale");
        assertThatThrownBy(() -> instructions.revise(id, wording("Notes", "Late"), true, 2, SIRPA))
                .isInstanceOf(Problem.Conflict.class);
        instructions.acknowledge(id, 3, aino);

        assertThat(waits(id, aino.id())).isFalse();
        assertThat(instructions.of(aino.id()))
                .extracting(Instructions.Acknowledged::number)
                .containsExactly(3, 1);
        assertThat(visit("aino.again").html("/instructions/" + id + "?edition=1"))
                .contains("Write facts</p>", "This edition no longer holds");
    }

    @Test
    @Policy("G3")
    void whoever_has_not_read_within_fourteen_days_is_late_and_newcomers_have_as_long() throws Exception {
        var sirpa = account("Sirpa Virtanen", "sirpa.officer", Role.PRIVACY_OFFICER);
        var id = instructions.publish(wording("Passkeys", "Never lend one."), SIRPA);
        instructions.acknowledge(id, 1, staff.account(sirpa));
        var tuomas = account("Tuomas Laine", "tuomas.late", Role.SALESPERSON);
        clock.advance(Duration.ofDays(14));
        account("Chen Lahti", "chen.new", Role.SALESPERSON);
        assertThat(late(id)).isEmpty();
        clock.advance(Duration.ofDays(1));

        assertThat(late(id)).contains("tuomas.late@halytin.example").doesNotContain("chen.new@halytin.example");
        var visit = visit("sirpa.officer");
        assertThat(visit.html("/instructions/" + id)).contains("Who has read it", "Tuomas Laine", "late since");
        assertThat(visit.html("/instructions/staff/" + tuomas)).contains("Still to be read", "Passkeys", "late since");
        instructions.withdraw(id, SIRPA);
        assertThat(waits(id, tuomas)).isFalse();
        assertThatThrownBy(() -> instructions.acknowledge(id, 1, staff.account(tuomas)))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(visit.html("/instructions/staff/" + sirpa)).contains("Passkeys");
    }

    @Test
    @Policy("G3")
    void colleagues_neither_write_instructions_nor_see_who_has_read_and_bad_input_changes_nothing() throws Exception {
        var id = instructions.publish(wording("Sources", "Say them."), SIRPA);
        var tuomas = account("Tuomas Laine", "tuomas.curious", Role.SALESPERSON);
        var curious = visit("tuomas.curious");
        for (var page :
                List.of("/instructions/new", "/instructions/" + id + "/edition", "/instructions/staff/" + tuomas)) {
            curious.opens(page).andExpect(status().isForbidden());
        }
        curious.sends("/instructions", "title", "Mine", "text", "obey").andExpect(status().isForbidden());
        curious.sends("/instructions/" + id + "/withdrawal").andExpect(status().isForbidden());
        assertThat(curious.html("/instructions"))
                .contains("Sources")
                .doesNotContain("Acknowledged", "/instructions/new");
        curious.opens("/instructions/" + UUID.randomUUID()).andExpect(status().isNotFound());
        curious.opens("/instructions/" + id + "?edition=7").andExpect(status().isNotFound());
        curious.opens("/instructions/" + id + "?edition=x").andExpect(status().isNotFound());
        curious.sends("/instructions/" + id + "/acknowledgement").andExpect(status().isBadRequest());
        curious.sends("/instructions/" + UUID.randomUUID() + "/acknowledgement", "edition", "1")
                .andExpect(status().isNotFound());

        account("Sirpa Virtanen", "sirpa.writes", Role.PRIVACY_OFFICER);
        var sirpa = visit("sirpa.writes");
        sirpa.opens("/instructions/staff/" + UUID.randomUUID()).andExpect(status().isNotFound());
        sirpa.sends("/instructions", "title", " ", "text", "x").andExpect(status().isBadRequest());
        sirpa.sends("/instructions", "title", "x", "text", "x".repeat(100_000)).andExpect(status().isBadRequest());
        sirpa.sends("/instructions", "title", "x", "text", "x", "purposes", "owner")
                .andExpect(status().isBadRequest());
        sirpa.sends("/instructions", "title", "Nul\0l", "text", "x").andExpect(status().isBadRequest());
        sirpa.sends("/instructions", "title", "Null", "text", "a", "purposes", "marketing")
                .andExpect(status().is3xxRedirection());
        assertThat(instructions.list()).extracting(Instruction::title).contains("Null", "Sources");
        sirpa.sends("/instructions/" + id + "/edition", "title", "Sources", "text", "Say all.", "edition", "1")
                .andExpect(status().is3xxRedirection());
        sirpa.sends("/instructions/" + id + "/edition", "title", "Sources", "text", "Say none.", "edition", "1")
                .andExpect(status().isConflict());
        sirpa.sends(
                        "/instructions/" + id + "/edition",
                        "title",
                        "S",
                        "text",
                        "All.",
                        "edition",
                        "2",
                        "material",
                        "true")
                .andExpect(status().is3xxRedirection());
        assertThat(instructions.get(id).asking().number()).isEqualTo(3);
        assertThat(sirpa.html("/instructions")).contains("Acknowledged", "marketing", "everybody");
    }

    @Test
    @Policy("G3")
    void a_program_reads_how_far_the_reading_has_come() throws Exception {
        var id = instructions.publish(
                new Instructions.Wording("For programs", "Read.", List.of(Purpose.REFERENCES)), SIRPA);
        var jenny = account("Jenny Sandberg", "jenny.counted", Role.MARKETER);
        instructions.acknowledge(id, 1, staff.account(jenny));
        var asked = instructions.progress(id).asked();
        var one = "$.items[?(@.id == '" + id + "')]";
        web.perform(get("/api/v1/instructions").header("Authorization", "Bearer " + token(Purpose.RIGHTS)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.next").hasJsonPath())
                .andExpect(jsonPath(one + ".asked").value(asked))
                .andExpect(jsonPath(one + ".acknowledged").value(1))
                .andExpect(jsonPath(one + ".late").value(0));
        web.perform(get("/api/v1/instructions").header("Authorization", "Bearer " + token(Purpose.CUSTOMER)))
                .andExpect(status().isForbidden());
    }

    private boolean waits(UUID id, AccountId account) {
        return instructions.waiting(staff.account(account), staff.permissions(account)).stream()
                .anyMatch(one -> one.id().equals(id));
    }

    private List<String> late(UUID id) {
        var progress = instructions.progress(id);
        return progress.readers().stream()
                .filter(reader -> reader.isLate(progress.today()))
                .map(reader -> reader.account().email())
                .toList();
    }

    private static Instructions.Wording wording(String title, String text) {
        return new Instructions.Wording(title, text, List.of());
    }

    private AccountId account(String name, String email, Role role) {
        var account = staff.make(
                new Staff.Newcomer(name, email + "@halytin.example", "en", "Europe/Helsinki"),
                role.permissions(),
                Actor.system("test"));
        staff.setPassword(account, PASSWORD);
        return account;
    }

    private Visit visit(String email) throws Exception {
        return Visit.of(web, email + "@halytin.example", PASSWORD);
    }

    private String token(Purpose purpose) {
        return tokens.make(
                new ApiTokens.Wish("Counts", List.of(purpose.code()), null),
                SIRPA,
                Permissions.allOf(List.of(purpose)));
    }
}
