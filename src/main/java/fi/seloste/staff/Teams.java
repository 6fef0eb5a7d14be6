package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.base.Problem;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The teams' SQL. */
@Component
class Teams {

    private final JdbcClient jdbc;

    Teams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A team and its people. */
    record Team(UUID teamId, String name, List<UUID> members) {}

    List<Team> all() {
        var members = jdbc
                .sql("select team_id, account_id from staff.team_member")
                .query((row, n) ->
                        Map.entry(row.getObject("team_id", UUID.class), row.getObject("account_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("select team_id, name from staff.team order by name collate \"fi-x-icu\"")
                .query((row, n) -> {
                    var id = row.getObject("team_id", UUID.class);
                    return new Team(id, row.getString("name"), members.getOrDefault(id, List.of()));
                })
                .list();
    }

    void add(UUID id, String name) {
        try {
            jdbc.sql("insert into staff.team (team_id, name) values (:id, :name)")
                    .param("id", id)
                    .param("name", name)
                    .update();
        } catch (DuplicateKeyException e) {
            throw Problem.invalid("name", "staff.team.taken");
        }
    }

    void set(UUID id, String name, Collection<UUID> members) {
        int found = jdbc.sql("update staff.team set name = :name where team_id = :id")
                .param("name", name)
                .param("id", id)
                .update();
        if (found == 0) {
            throw Problem.notFound("team");
        }
        jdbc.sql("delete from staff.team_member where team_id = :id")
                .param("id", id)
                .update();
        for (var member : new HashSet<>(members)) {
            jdbc.sql("insert into staff.team_member (team_id, account_id) values (:id, :member)")
                    .param("id", id)
                    .param("member", member)
                    .update();
        }
    }

    void remove(UUID id) {
        if (jdbc.sql("delete from staff.team where team_id = :id")
                        .param("id", id)
                        .update()
                == 0) {
            throw Problem.notFound("team");
        }
    }

    Set<AccountId> mates(AccountId account) {
        var mates = jdbc.sql("""
                        select distinct other.account_id
                          from staff.team_member mine
                          join staff.team_member other on other.team_id = mine.team_id
                         where mine.account_id = :id""").param("id", account.value()).query(UUID.class).list();
        var all = mates.stream().map(AccountId::new).collect(Collectors.toCollection(HashSet::new));
        all.add(account);
        return all;
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        return jdbc
                .sql("select account_id, name from staff.account where account_id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("account_id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
