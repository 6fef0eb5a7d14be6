package fi.seloste.cards;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.Problem;
import fi.seloste.register.Affiliation;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonField;
import fi.seloste.register.PersonName;
import fi.seloste.register.Source;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A new person as it is written down. Where the data come from is the one thing besides the name that must be said. */
public record NewcomerForm(
        @Nullable String name,
        @Nullable String title,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String organisation,
        @Nullable String organisationId,
        @Nullable String language,
        @Nullable String owner,
        @Nullable String source,
        @Nullable String sourceDetail,
        @Nullable String sourcedOn,
        @Nullable String roleReason,
        @Nullable String apart,
        @Nullable Boolean given) {

    static NewcomerForm empty(LocalDate today, @Nullable String organisation) {
        return new NewcomerForm("", "", "", "", "", organisation, "", "", "", "", today.toString(), "", "", false)
                .shown();
    }

    public NewcomerForm shown() {
        return new NewcomerForm(
                text(name),
                text(title),
                text(email),
                text(phone),
                text(organisation),
                text(organisationId),
                text(language),
                text(owner),
                text(source),
                text(sourceDetail),
                text(sourcedOn),
                text(roleReason),
                text(apart),
                isGiven());
    }

    Employer employer() {
        return Employer.of(organisation, organisationId);
    }

    /** By what one is told from another; whoever changes it is asked again. */
    public String marks() {
        return String.join("|", text(name), text(email), text(phone));
    }

    /** The writer has looked at those who look alike: it is none of them. */
    public boolean isApart() {
        return text(apart).equals(marks());
    }

    /** An erased person gave the data anew. */
    boolean isGiven() {
        return Boolean.TRUE.equals(given);
    }

    Origin origin(LocalDate today) {
        if (text(source).isEmpty()) {
            throw Problem.invalid("source", "register.source.missing");
        }
        var on = Days.day("sourcedOn", sourcedOn);
        return new Origin(Source.of(text(source)), text(sourceDetail), on == null ? today : on);
    }

    NewPerson person(LocalDate today, @Nullable OrganisationId employer) {
        var fields = new EnumMap<PersonField, String>(PersonField.class);
        Map.of(
                        PersonField.JOB_TITLE, text(title),
                        PersonField.LANGUAGE, text(language),
                        PersonField.OWNER, text(owner),
                        PersonField.ROLE_REASON, text(roleReason))
                .forEach((field, value) -> {
                    if (!value.isEmpty()) {
                        fields.put(field, value);
                    }
                });
        var made = NewPerson.of(PersonName.of(text(name)), origin(today))
                .with(fields)
                .reachedBy(points());
        var placed = employer == null
                ? made
                : made.at(new Affiliation.Post(employer, text(title).isEmpty() ? null : text(title), Set.of(), null));
        return isGiven() ? placed.confirmed() : placed;
    }

    private ContactPoint.New[] points() {
        return Stream.of(
                        text(email).isEmpty() ? null : ContactPoint.New.email(text(email)),
                        text(phone).isEmpty() ? null : ContactPoint.New.phone(text(phone)))
                .filter(Objects::nonNull)
                .toArray(ContactPoint.New[]::new);
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "").strip();
    }
}
