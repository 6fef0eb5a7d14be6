package fi.seloste.flows;

import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.marketing.Campaign;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A flow as programs read it: what begins it, how its mails go, its steps in force and as they are drawn, and how many go through it. */
@Schema(name = "Flow")
record FlowJson(
        UUID id,
        int version,
        String name,
        TriggerJson trigger,
        String purpose,
        @Nullable String topic,
        @Nullable UUID sender,
        String senderName,
        @Nullable String replyTo,
        List<String> languages,
        @Nullable Integer againDays,
        String state,
        @Nullable Integer edition,
        List<FlowStepJson> steps,
        @Nullable List<FlowStepJson> draft,
        int within,
        Map<String, Integer> left,
        List<AdditionJson> adding) {

    /** What begins it: the kind, and the slug of the newsletter or the id of the form, event or audience. */
    @Schema(name = "FlowTrigger")
    record TriggerJson(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String kind,

            @Nullable String of) {

        static TriggerJson of(Trigger trigger) {
            return new TriggerJson(trigger.kind().code(), trigger.value().isEmpty() ? null : trigger.value());
        }

        Trigger trigger() {
            return new Trigger(
                    Trigger.Kind.of(Objects.requireNonNullElse(kind, "")), Objects.requireNonNullElse(of, ""));
        }
    }

    /** What is sent to make one, or to change one: then with the version that was read. */
    @Schema(name = "NewFlow")
    record Wanted(
            @Nullable Integer version,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            TriggerJson trigger,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String purpose,

            @Nullable String topic,
            @Nullable UUID sender,
            @Nullable String senderName,
            @Nullable String replyTo,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<@Nullable String> languages,

            @Nullable Integer againDays,
            @Nullable List<@Nullable WantedStepJson> steps) {

        Flow.Plan plan() {
            var from = new Campaign.Sender(Objects.requireNonNullElse(senderName, ""), replyTo, sender);
            var spoken = languages == null
                    ? List.<String>of()
                    : languages.stream()
                            .map(one -> Objects.requireNonNullElse(one, ""))
                            .toList();
            return new Flow.Plan(
                    Objects.requireNonNullElse(name, ""),
                    trigger == null ? new TriggerJson("", null).trigger() : trigger.trigger(),
                    new Flow.Mailing(Objects.requireNonNullElse(purpose, ""), topic, from, spoken),
                    againDays);
        }

        int seen() {
            return version == null ? 0 : version;
        }
    }

    /** People to be let in: by their ids, or all of an audience. */
    @Schema(name = "FlowPeople")
    record People(
            @Nullable List<@Nullable String> people,
            @Nullable UUID segment) {

        List<PersonId> ids() {
            if (people == null || people.size() > 1000) {
                throw Problem.invalid("people", "flows.people.most", 1000);
            }
            return people.stream()
                    .map(one -> new PersonId(Ids.parse("people", Objects.requireNonNullElse(one, ""))))
                    .toList();
        }
    }

    /** How many entered, or that a large segment enters by itself from now on. */
    @Schema(name = "FlowEntered")
    record Entered(int entered, boolean underWay) {

        static Entered of(Addition.Added added) {
            return new Entered(added.entered(), added.underWay());
        }
    }

    /** A large segment that is entering: how many fitted when it was asked, how many were looked at since, and how many of these entered. */
    @Schema(name = "FlowAddition")
    record AdditionJson(UUID id, UUID segment, int people, int looked, int entered) {

        static AdditionJson of(Addition one) {
            var progress = one.progress();
            return new AdditionJson(one.id(), one.audience(), progress.people(), progress.looked(), progress.entered());
        }
    }

    /** Somebody on the way: at which step, since when, and when they go on. */
    @Schema(name = "FlowPassage")
    record PassageJson(UUID id, String person, UUID step, Instant since, Instant due) {

        static PassageJson of(Passage.There there) {
            return new PassageJson(there.id(), there.person().toString(), there.step(), there.since(), there.due());
        }
    }
}
