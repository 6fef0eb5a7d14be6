package fi.seloste.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as calendar programs write them, and what is none. */
class ReplyReadingTest {

    private static final UUID ID = UUID.fromString("01999999-0000-7000-8000-0000000000aa");

    @ParameterizedTest
    @CsvSource({
        "google, DECLINED, 'Ill, sorry'",
        "exchange, TENTATIVE, I may have to leave at noon.",
        "apple, ACCEPTED, ''",
    })
    void each_program_writes_it_differently(String program, CalendarReply.Answer answer, String words)
            throws IOException {
        var read = ReplyReading.read(bytes(sample(program))).orElseThrow();
        assertThat(read.participation()).isEqualTo(ID);
        assertThat(read.attendee().toLowerCase(Locale.ROOT)).isEqualTo("ada@reply.example");
        assertThat(read.answer()).isEqualTo(answer);
        assertThat(read.version()).isEqualTo(new CalendarReply.Version(0, Instant.parse("2026-11-24T08:00:00Z")));
        assertThat(read.words()).isEqualTo(words);
        assertThat(read.addresses()).anyMatch(one -> one.contains("events+tag@halytin.example"));
    }

    @Test
    void a_text_that_only_says_the_answer_again_is_the_programs_and_any_other_the_guests() throws IOException {
        var apple = sample("apple");
        assertThat(ReplyReading.read(bytes(apple)).orElseThrow().words()).isEmpty();
        var own = apple.replace("accepted your invitation to the event: Varautumispaiva.", "brings the projector.");
        assertThat(ReplyReading.read(bytes(own)).orElseThrow().words()).isEqualTo("Ada Koskinen brings the projector.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "METHOD:REPLY>METHOD:REQUEST",
                "METHOD:REPLY>METHOD:COUNTER",
                "PARTSTAT=3DACCEPTED>PARTSTAT=3DNEEDS-ACTION",
                "PARTSTAT=3DACCEPTED>PARTSTAT=3DDELEGATED",
                "UID:PARTICIPATION>UID:another",
                "SEQUENCE:0>ATTENDEE;PARTSTAT=3DDECLINED:mailto:eino@reply.example",
                "END:VEVENT>END:VEVENT\nBEGIN:VEVENT\nUID:x\nEND:VEVENT",
                "BEGIN:VCALENDAR>BEGIN:NOTHING",
                "text/calendar>text/plain",
                "END:VCALENDAR>",
            })
    void what_is_no_answer_of_one_guest_about_one_event_is_none(String change) throws IOException {
        var parts = change.split(">", 2);
        var whole = Files.readString(Path.of("src/test/resources/replies/apple.eml"));
        assertThat(whole).contains(parts[0]);
        assertThat(ReplyReading.read(bytes(filled(whole.replace(parts[0], parts[1])))))
                .isEmpty();
    }

    @Test
    void a_sequence_or_a_stamp_that_is_none_is_left_out() throws IOException {
        var odd = sample("apple")
                .replace("SEQUENCE:0", "SEQUENCE:999999999999")
                .replace("DTSTAMP:20261124T080000Z", "DTSTAMP:20261399T080000Z");
        assertThat(ReplyReading.read(bytes(odd)).orElseThrow().version())
                .isEqualTo(new CalendarReply.Version(null, null));
    }

    static String sample(String program) throws IOException {
        return filled(Files.readString(Path.of("src/test/resources/replies/" + program + ".eml")));
    }

    private static String filled(String sample) {
        return sample.replace("ORGANIZER>", "events+tag@halytin.example>")
                .replace("To: ORGANIZER", "To: events+tag@halytin.example")
                .replace("mailto:ORGANIZER", "mailto:events+tag@halytin.example")
                .replace("PARTICIPATION", ID.toString());
    }

    private static byte[] bytes(String message) {
        return message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
