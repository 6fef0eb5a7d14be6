package fi.seloste.register;

import fi.seloste.base.Length;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.Problem;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's post at an organisation, past or present. */
public record Affiliation(
        UUID id,
        OrganisationId organisation,
        String organisationName,
        @Nullable String jobTitle,
        Set<Role> roles,
        @Nullable LocalDate fromOn,
        @Nullable LocalDate untilOn) {

    /** What the person is towards us. */
    public enum Role {
        MAIN_USER,
        CONTRACT_CONTACT,
        INVOICING_CONTACT,
        DECISION_MAKER,
        REFERENCE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Role of(String code) {
            return Arrays.stream(values())
                    .filter(role -> role.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("role", "register.role.unknown", code));
        }

        static String[] codes(Collection<Role> roles) {
            return roles.stream().map(Role::code).sorted().toArray(String[]::new);
        }

        static Set<Role> of(List<String> codes) {
            return Set.copyOf(codes.stream().map(Role::of).toList());
        }
    }

    /** A post to be taken up. */
    public record Post(
            OrganisationId organisation,
            @Nullable String jobTitle,
            Set<Role> roles,
            @Nullable LocalDate fromOn) {

        public Post {
            if (jobTitle != null) {
                Length.NAME.checked("title", jobTitle);
            }
        }

        public static Post at(OrganisationId organisation) {
            return new Post(organisation, null, Set.of(), null);
        }
    }

    public boolean isCurrent(LocalDate today) {
        return untilOn == null || untilOn.isAfter(today);
    }
}
