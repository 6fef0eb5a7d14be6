package fi.seloste.marketing;

import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the form of a campaign's settings sends. */
public record CampaignForm(
        @Nullable String name,
        @Nullable String purpose,
        @Nullable String sender,
        @Nullable String senderName,
        @Nullable String replyTo,
        @Nullable String audience,
        @Nullable String perMinute,
        @Nullable List<String> languages,
        @Nullable String template,
        @Nullable Integer version) {

    private static final int USUAL_PACE = 300;
    private static final String BETWEEN = "/";

    static CampaignForm empty(String purpose, String sender, String language) {
        return new CampaignForm(
                "", purpose, "", sender, "", "", String.valueOf(USUAL_PACE), List.of(language), "", null);
    }

    /** The same on another ground, or to another audience; what is not said stays. */
    CampaignForm from(@Nullable String ground, @Nullable String whom) {
        return new CampaignForm(
                name,
                ground == null || ground.isBlank() ? purpose : ground,
                sender,
                senderName,
                replyTo,
                whom == null ? audience : whom,
                perMinute,
                languages,
                template,
                version);
    }

    /** With a template's words, in its languages. */
    CampaignForm beginning(CampaignTemplate with) {
        return new CampaignForm(
                name,
                purpose,
                sender,
                senderName,
                replyTo,
                audience,
                perMinute,
                with.content().languages(),
                with.id().toString(),
                version);
    }

    static CampaignForm of(Campaign one) {
        var plan = one.plan();
        return new CampaignForm(
                plan.name(),
                ground(plan.purpose(), plan.topic()),
                plan.sender().chosen() == null ? "" : plan.sender().chosen().toString(),
                plan.sender().name(),
                plan.sender().replyTo(),
                plan.audience() == null ? "" : plan.audience().toString(),
                String.valueOf(plan.perMinute()),
                one.content().languages(),
                "",
                one.version());
    }

    Campaign.Plan plan() {
        var ground = shown(purpose).split(BETWEEN, 2);
        return new Campaign.Plan(
                shown(name),
                ground[0],
                ground.length == 1 ? null : ground[1],
                new Campaign.Sender(shown(senderName), replyTo, id("sender", sender)),
                id("audience", audience),
                pace());
    }

    /** A purpose, or a newsletter's purpose and the newsletter: one choice, so that they always fit. */
    static String ground(String purpose, @Nullable String topic) {
        return topic == null ? purpose : purpose + BETWEEN + topic;
    }

    private @Nullable UUID id(String field, @Nullable String chosen) {
        return shown(chosen).isEmpty() ? null : Ids.parse(field, shown(chosen));
    }

    private int pace() {
        var text = shown(perMinute);
        if (!text.matches("\\d{1,6}")) {
            throw Problem.invalid("perMinute", "marketing.campaign.pace", 100_000);
        }
        return Integer.parseInt(text);
    }

    @Nullable
    UUID begins() {
        return id("template", template);
    }

    List<String> spoken() {
        return languages == null ? List.of() : languages;
    }

    public boolean speaks(String language) {
        return spoken().contains(language);
    }

    /** As it is shown again: nothing is missing. */
    public String shown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
