package fi.seloste.events;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A registration as programs read it: of those whom the purpose sees. */
@Schema(name = "EventRegistration")
record RegistrationJson(
        UUID id,
        int number,
        @Nullable UUID person,
        String name,
        String email,
        @Nullable String organisation,
        @Nullable String phone,
        String language,
        String state,
        boolean confirmed,
        Instant registeredAt,
        @Nullable Instant attendedAt,
        List<AnswerJson> answers,
        @Nullable ReplyJson calendarReply) {

    static RegistrationJson of(Participation one) {
        var guest = one.guest();
        return new RegistrationJson(
                one.id(),
                one.number(),
                one.person() == null ? null : one.person().value(),
                guest.name(),
                guest.email(),
                guest.organisation(),
                guest.phone(),
                guest.language(),
                one.state().code(),
                one.isConfirmed(),
                one.course().askedAt(),
                one.course().attendedAt(),
                one.answers().stream()
                        .map(answer -> new AnswerJson(answer.id(), answer.question(), answer.value()))
                        .toList(),
                one.told().reply() == null ? null : ReplyJson.of(one.told().reply()));
    }

    /** What a guest's calendar answered. */
    @Schema(name = "EventCalendarReply")
    record ReplyJson(String answer, boolean proved, String followed, String remark, Instant at) {

        static ReplyJson of(Participation.Reply one) {
            return new ReplyJson(one.answer(), one.proved(), one.followed(), one.words(), one.at());
        }
    }

    /** An answer to a question of the event. */
    @Schema(name = "EventAnswer")
    record AnswerJson(String id, String question, String value) {}

    /** Somebody to be written down. */
    @Schema(name = "NewEventRegistration")
    record Wanted(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String email,

            @Nullable String organisation,
            @Nullable String phone,
            @Nullable String language,
            @Nullable Map<String, @Nullable String> answers,
            @Nullable Boolean agreed) {

        Map<String, String> sent() {
            var sent = new HashMap<String, String>();
            sent.put("name", EventJson.text(name));
            sent.put("email", EventJson.text(email));
            sent.put("organisation", EventJson.text(organisation));
            sent.put("phone", EventJson.text(phone));
            if (answers != null) {
                answers.forEach((id, value) -> sent.put("a." + id, EventJson.text(value)));
            }
            if (Boolean.TRUE.equals(agreed)) {
                sent.put("agree", "true");
            }
            return sent;
        }
    }
}
