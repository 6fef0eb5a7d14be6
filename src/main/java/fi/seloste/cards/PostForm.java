package fi.seloste.cards;

import fi.seloste.register.Affiliation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A post at an organisation as it is written down: where, as what, in which roles, since when. */
public record PostForm(
        @Nullable String organisation,
        @Nullable String organisationId,
        @Nullable String from,
        @Nullable String title,
        @Nullable List<String> roles,
        @Nullable String on) {

    static PostForm empty(String on) {
        return new PostForm("", "", "", "", List.of(), on);
    }

    static PostForm of(Affiliation post) {
        return new PostForm(
                post.organisationName(),
                post.organisation().toString(),
                "",
                post.jobTitle(),
                post.roles().stream().map(Affiliation.Role::code).toList(),
                "");
    }

    Employer employer() {
        return Employer.of(organisation, organisationId);
    }

    @Nullable
    String jobTitle() {
        var written = Objects.requireNonNullElse(title, "").strip();
        return written.isEmpty() ? null : written;
    }

    Set<Affiliation.Role> wantedRoles() {
        return Objects.requireNonNullElse(roles, List.<String>of()).stream()
                .map(Affiliation.Role::of)
                .collect(Collectors.toSet());
    }

    @Nullable
    LocalDate day() {
        return Days.day("on", on);
    }

    PostForm shown() {
        return new PostForm(
                Objects.requireNonNullElse(organisation, ""),
                Objects.requireNonNullElse(organisationId, ""),
                Objects.requireNonNullElse(from, ""),
                Objects.requireNonNullElse(title, ""),
                Objects.requireNonNullElse(roles, List.of()),
                Objects.requireNonNullElse(on, ""));
    }
}
