package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that came with a request by another way than mail: the scan of a letter. */
@Component
class Enclosures {

    private final JdbcClient jdbc;

    Enclosures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Enclosure(UUID enclosureId, UUID blobId, String name, String mediaType, long bytes, Instant addedAt) {}

    void add(RequestId request, Enclosure one, @Nullable UUID by) {
        jdbc.sql("""
                        insert into rights.enclosure (enclosure_id, request_id, blob_id, name, media_type, bytes, added_at, added_by)
                        values (:id, :request, :blob, :name, :type, :bytes, :at, :by)""")
                .param("id", one.enclosureId())
                .param("request", request.value())
                .param("blob", one.blobId())
                .param("name", one.name())
                .param("type", one.mediaType())
                .param("bytes", one.bytes())
                .param("at", Sql.at(one.addedAt()))
                .param("by", by)
                .update();
    }

    List<Enclosure> of(RequestId request) {
        return jdbc.sql("""
                        select enclosure_id, blob_id, name, media_type, bytes, added_at
                          from rights.enclosure
                         where request_id = :request
                         order by enclosure_id""")
                .param("request", request.value())
                .query(Enclosure.class)
                .list();
    }

    Enclosure get(RequestId request, UUID id) {
        return of(request).stream()
                .filter(one -> one.enclosureId().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("file"));
    }

    void belongTo(RequestId request, PersonId person) {
        jdbc.sql("""
                        update store.blob
                           set person_id = :person
                         where blob_id in (select blob_id from rights.enclosure where request_id = :request)""")
                .param("person", person.value())
                .param("request", request.value())
                .update();
    }
}
