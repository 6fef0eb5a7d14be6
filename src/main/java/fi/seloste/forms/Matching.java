package fi.seloste.forms;

import fi.seloste.base.Folded;
import fi.seloste.base.PersonId;
import fi.seloste.register.AddressReaders;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of whose address it is, of those who read there. */
@Component
class Matching {

    private final AddressReaders readers;
    private final JdbcClient jdbc;

    Matching(AddressReaders readers, JdbcClient jdbc) {
        this.readers = readers;
        this.jdbc = jdbc;
    }

    List<AddressReaders.Reader> readers(String email) {
        return readers.of(email);
    }

    /** The one person whose own address it is. Of an address that several read the one of the same name, as far as the purpose sees names. */
    Optional<PersonId> one(List<AddressReaders.Reader> reading, String name) {
        if (reading.size() == 1 && reading.getFirst().isAlone()) {
            return Optional.of(reading.getFirst().person());
        }
        var wanted = Folded.of(name);
        var ids = reading.stream().map(one -> one.person().value()).toArray(UUID[]::new);
        var same = jdbc
                .sql("select person_id, name from register.person where person_id = any(:ids::uuid[])")
                .param("ids", ids)
                .query(Named.class)
                .list()
                .stream()
                .filter(one -> Folded.of(one.name()).equals(wanted))
                .toList();
        return same.size() == 1 ? Optional.of(new PersonId(same.getFirst().personId())) : Optional.empty();
    }

    record Named(UUID personId, String name) {}
}
