package fi.seloste.intake;

import java.util.LinkedHashSet;
import java.util.Set;

/** What somebody does in the organisation; roles are codes of the register such as {@code main-user}. */
public record Work(String jobTitle, String department, Set<String> roles) {

    Work with(Work other) {
        var all = new LinkedHashSet<>(roles);
        all.addAll(other.roles);
        return new Work(
                jobTitle.isEmpty() ? other.jobTitle : jobTitle,
                department.isEmpty() ? other.department : department,
                Set.copyOf(all));
    }
}
