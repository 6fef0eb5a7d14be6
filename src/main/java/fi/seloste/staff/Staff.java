package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The door to the people who work here. Reading runs in the caller's purpose where one runs; changing runs as technical. */
@Component
public class Staff {

    private final Accounts accounts;
    private final Mandates mandates;
    private final Teams teams;
    private final Purposes purposes;
    private final Evidence evidence;
    private final AccountChanges changes;

    Staff(
            Accounts accounts,
            Mandates mandates,
            Teams teams,
            Purposes purposes,
            Evidence evidence,
            AccountChanges changes) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.teams = teams;
        this.purposes = purposes;
        this.evidence = evidence;
        this.changes = changes;
    }

    /** A person who is to work here. The name is the person's own: an account is nobody's second one and nobody's shared one. */
    public record Newcomer(String name, String email, String language, String zone) {}

    public Account account(AccountId id) {
        return reading(() -> accounts.get(id));
    }

    public Optional<Account> byEmail(String email) {
        return reading(() -> accounts.byEmail(SignIn.normal(email)));
    }

    /** Everybody, those who left last. */
    public List<Account> accounts() {
        return reading(accounts::all);
    }

    /** Names for rows that carry an account's id. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : reading(() -> teams.names(ids));
    }

    /** Everybody in one of this person's teams, and the person. */
    public Set<AccountId> teamOf(AccountId account) {
        return reading(() -> teams.mates(account));
    }

    @As(Purpose.TECHNICAL)
    public Permissions permissions(AccountId account) {
        return mandates.of(account);
    }

    /** Who may be given work of this kind. */
    @As(Purpose.TECHNICAL)
    public List<Account> whoMay(Purpose purpose, Action action) {
        return accounts.all().stream()
                .filter(a -> !a.isDisabled() && mandates.of(a.id()).may(purpose, action))
                .toList();
    }

    /** Whether nobody works here yet. */
    @As(Purpose.TECHNICAL)
    public boolean isEmpty() {
        return accounts.isEmpty();
    }

    /** Makes an account without a password; its owner chooses one by an invitation, or adds a passkey. */
    @As(Purpose.TECHNICAL)
    public AccountId make(Newcomer newcomer, Permissions permissions, Actor actor) {
        var account = changes.make(newcomer);
        mandates.set(account, permissions);
        evidence.record(actor, Act.of("account-made").about("account", account.value()));
        return account;
    }

    /** Sets a password straight away: for the first account and for the demonstration. */
    public void setPassword(AccountId id, String password) {
        changes.setPassword(id, password);
    }

    @As(Purpose.TECHNICAL)
    public void change(Account account, Actor actor) {
        changes.change(account);
        evidence.record(
                actor, Act.of("account-changed").about("account", account.id().value()));
    }

    /** Gives exactly these permissions and takes all others. The last who may manage accounts keeps that. */
    @As(Purpose.TECHNICAL)
    public void permit(AccountId id, Permissions permissions, Actor actor, Permissions ofActor) {
        var before = mandates.of(id);
        if (!ofActor.include(Permissions.of(added(before, permissions)))) {
            throw Problem.notAllowed("staff.permission.beyond");
        }
        if (isOperator(before) && !isOperator(permissions) && mandates.otherOperators(id) == 0) {
            throw Problem.conflict("staff.account.lastOperator");
        }
        mandates.set(id, permissions);
        evidence.record(
                actor,
                Act.of("permissions-changed")
                        .about("account", id.value())
                        .with(Map.of(
                                "before",
                                before.held().toString(),
                                "after",
                                permissions.held().toString())));
    }

    /** Closes an account: its sessions end, its tokens stop. What the person did stays under the person's name. */
    @As(Purpose.TECHNICAL)
    public void disable(AccountId id, Actor actor) {
        if (isOperator(mandates.of(id)) && mandates.otherOperators(id) == 0) {
            throw Problem.conflict("staff.account.lastOperator");
        }
        changes.disable(id);
        evidence.record(actor, Act.of("account-disabled").about("account", id.value()));
    }

    @As(Purpose.TECHNICAL)
    public void enable(AccountId id, Actor actor) {
        changes.enable(id);
        evidence.record(actor, Act.of("account-enabled").about("account", id.value()));
    }

    /** Colleagues who share their customers. */
    @As(Purpose.TECHNICAL)
    public UUID makeTeam(String name, Collection<AccountId> members, Actor actor) {
        var id = Ids.next();
        teams.add(id, name);
        teams.set(id, name, members.stream().map(AccountId::value).toList());
        evidence.record(actor, Act.of("team-made").about("team", id));
        return id;
    }

    private static List<Permission> added(Permissions before, Permissions after) {
        return after.held().stream().filter(p -> !before.held().contains(p)).toList();
    }

    private static boolean isOperator(Permissions permissions) {
        return permissions.may(Purpose.TECHNICAL, Action.MANAGE);
    }

    /** Names of colleagues are readable in every purpose of staff; outside any, as technical. */
    private <T> T reading(Supplier<T> work) {
        return purposes.isRunning() ? work.get() : purposes.as(Purpose.TECHNICAL, work);
    }
}
