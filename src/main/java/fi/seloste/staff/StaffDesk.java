package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the pages about colleagues show and do beyond the public door. */
@Component
class StaffDesk {

    private final Accounts accounts;
    private final Mandates mandates;
    private final Teams teams;
    private final Guards guards;
    private final ObjectProvider<Leaving> leaving;

    StaffDesk(Accounts accounts, Mandates mandates, Teams teams, Guards guards, ObjectProvider<Leaving> leaving) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.teams = teams;
        this.guards = guards;
        this.leaving = leaving;
    }

    @As(Purpose.TECHNICAL)
    public List<StaffListPage.Row> rows() {
        var all = teams.all();
        return accounts.all().stream().map(account -> row(account, all)).toList();
    }

    @As(Purpose.TECHNICAL)
    public AccountPage page(AccountId id, boolean mayManage, @Nullable String link, Errors errors) {
        var account = accounts.get(id);
        var details = new AccountPage.Details(
                id.toString(),
                account.version(),
                account.name(),
                account.email(),
                account.language(),
                account.zone(),
                ending(account),
                guards.factors().isOn(id));
        return new AccountPage(details, AccountPage.matrix(mandates.of(id), mayManage), Zones.all(), link, errors);
    }

    private AccountPage.Ending ending(Account account) {
        var until = leaving.stream()
                .flatMap(one -> one.namedUntil(account).stream())
                .findFirst()
                .orElse(null);
        return new AccountPage.Ending(account.isDisabled(), account.isForgotten(), until);
    }

    @As(Purpose.TECHNICAL)
    public void endFactor(AccountId id, Actor actor) {
        accounts.get(id);
        guards.factors().end(id);
        guards.evidence().record(actor, Act.of("second-factor-removed").about("account", id.value()));
    }

    @As(Purpose.TECHNICAL)
    public List<Teams.Team> teams() {
        return teams.all();
    }

    @As(Purpose.TECHNICAL)
    public UUID makeTeam(String name, Actor actor) {
        var id = Ids.next();
        teams.add(id, named(name));
        guards.evidence().record(actor, Act.of("team-made").about("team", id));
        return id;
    }

    @As(Purpose.TECHNICAL)
    public void setTeam(UUID id, String name, Collection<UUID> members, Actor actor) {
        teams.set(id, named(name), members);
        guards.evidence().record(actor, Act.of("team-changed").about("team", id));
    }

    @As(Purpose.TECHNICAL)
    public void removeTeam(UUID id, Actor actor) {
        teams.remove(id);
        guards.evidence().record(actor, Act.of("team-removed").about("team", id));
    }

    private StaffListPage.Row row(Account account, List<Teams.Team> all) {
        var id = account.id().value();
        return new StaffListPage.Row(
                id.toString(),
                account.name(),
                account.email(),
                mandates.of(account.id()).purposes().stream().map(Purpose::code).toList(),
                all.stream()
                        .filter(team -> team.members().contains(id))
                        .map(Teams.Team::name)
                        .toList(),
                account.isDisabled(),
                account.isForgotten());
    }

    private static String named(String name) {
        if (name.isBlank() || name.length() > 100) {
            throw Problem.invalid("name", "staff.team.unnamed");
        }
        return name.strip();
    }
}
