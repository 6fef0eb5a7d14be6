package fi.seloste.retention;

import fi.seloste.datamap.DataMap;
import fi.seloste.datamap.Table;
import fi.seloste.notice.Anchor;
import fi.seloste.notice.Notice;
import fi.seloste.staff.Account;
import fi.seloste.staff.Leaving;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The end of a closed account's name, by the rule by which the sweep takes it. */
@Component
class StaffLeaving implements Leaving {

    private final Notice notice;
    private final Schedule schedule;
    private final DataMap map;
    private final Days days;

    StaffLeaving(Notice notice, Schedule schedule, DataMap map, Days days) {
        this.notice = notice;
        this.schedule = schedule;
        this.map = map;
        this.days = days;
    }

    @Override
    public Optional<LocalDate> namedUntil(Account account) {
        var closedAt = account.disabledAt();
        var accounts = map.itself(Table.Owner.STAFF);
        return closedAt == null
                ? Optional.empty()
                : schedule.rows(notice.inForce()).stream()
                        .filter(rule -> rule.table() == accounts && rule.rule().anchor() == Anchor.ACCOUNT_END)
                        .findFirst()
                        .map(rule -> rule.rule().keptUntil(days.dayOf(closedAt)));
    }
}
