package fi.seloste.evidence;

import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Chains what was committed: each seal is a hash over the entries since the last one and over the last seal. A changed, added or
 * removed entry breaks its seal; an erased detail breaks none.
 */
@Component
public class Sealer {

    private final JdbcClient jdbc;
    private final Clock clock;

    Sealer(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Seals what is unsealed and gives back how many entries that was. */
    @As(Purpose.TECHNICAL)
    public int seal() {
        jdbc.sql("select pg_advisory_xact_lock(7356784)").query().listOfRows();
        var entries = unsealed();
        if (entries.isEmpty()) {
            return 0;
        }
        var last = last();
        var previous = last.map(Chain.Seal::hash).orElse(new byte[32]);
        var number = last.map(Chain.Seal::number).orElse(0L) + 1;
        var digest = Commitment.sha256();
        digest.update(previous);
        entries.forEach(entry -> entry.into(digest));
        add(new Chain.Seal(number, entries.size(), previous, digest.digest()));
        number(entries, number);
        return entries.size();
    }

    /** The number of the first seal that does not hold, if any. One pass over every entry: done when asked for, not in passing. */
    @As(Purpose.TECHNICAL)
    public Optional<Long> firstBroken() {
        var chain = new Chain();
        jdbc.sql("""
                        select s.seal_number, s.entries, s.previous, s.hash, %s, e.commitment
                          from evidence.seal s
                          left join evidence.entry e using (seal_number)
                         order by s.seal_number, e.entry_id""".formatted(Sealed.COLUMNS)).query(row -> {
            chain.add(row);
        });
        return chain.firstBroken();
    }

    /** Details that do not answer to the commitment of their entry; erased ones are gone and are no wrong. */
    @As(Purpose.TECHNICAL)
    public long alteredDetails() {
        return jdbc.sql("""
                        select count(*)
                          from evidence.detail d
                          join evidence.entry e using (entry_id)
                         where sha256(d.salt || convert_to(d.detail, 'UTF8')) <> e.commitment""").query(Long.class).single();
    }

    /** How many seals there are. */
    @As(Purpose.TECHNICAL)
    public long seals() {
        return jdbc.sql("select count(*) from evidence.seal").query(Long.class).single();
    }

    private List<Sealed> unsealed() {
        return jdbc.sql("select %s, e.commitment from evidence.entry e where e.seal_number is null order by e.entry_id"
                        .formatted(Sealed.COLUMNS))
                .query((row, n) -> Sealed.of(row))
                .list();
    }

    private Optional<Chain.Seal> last() {
        return jdbc.sql(
                        "select seal_number as number, entries, previous, hash from evidence.seal order by seal_number desc limit 1")
                .query(Chain.Seal.class)
                .optional();
    }

    private void add(Chain.Seal seal) {
        jdbc.sql(
                        "insert into evidence.seal (seal_number, at, entries, previous, hash) values (:number, :at, :entries, :previous, :hash)")
                .param("number", seal.number())
                .param("at", Sql.at(clock.instant()))
                .param("entries", seal.entries())
                .param("previous", seal.previous())
                .param("hash", seal.hash())
                .update();
    }

    private void number(List<Sealed> entries, long number) {
        jdbc.sql("update evidence.entry set seal_number = :number where seal_number is null and entry_id = any(:ids)")
                .param("number", number)
                .param(
                        "ids",
                        entries.stream()
                                .map(Sealed::entryId)
                                .map(UUID::fromString)
                                .toArray(UUID[]::new))
                .update();
    }
}
