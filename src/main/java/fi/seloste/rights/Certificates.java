package fi.seloste.rights;

import fi.seloste.base.Ids;
import fi.seloste.base.RequestId;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Erasures and their certificates; one of each for a request. */
@Component
class Certificates {

    private final JdbcClient jdbc;

    Certificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Erased(
            UUID requestId,
            String counts,
            int forbidden,
            byte @Nullable [] sealed,
            @Nullable UUID letterId,
            Instant erasedAt) {}

    void erased(Erased erased) {
        jdbc.sql("""
                        insert into rights.erasure (erasure_id, request_id, counts, forbidden, sealed, erased_at)
                        values (:id, :request, :counts, :forbidden, :sealed, :at)""")
                .param("id", Ids.next())
                .param("request", erased.requestId())
                .param("counts", erased.counts())
                .param("forbidden", erased.forbidden())
                .param("sealed", erased.sealed())
                .param("at", Sql.at(erased.erasedAt()))
                .update();
    }

    Optional<Erased> erasure(RequestId request) {
        return jdbc.sql("""
                        select request_id, counts, forbidden, sealed, letter_id, erased_at
                          from rights.erasure
                         where request_id = :request""")
                .param("request", request.value())
                .query(Erased.class)
                .optional();
    }

    /** Those whose identifiers are still sealed here: the second scan is before them. */
    List<Erased> sealed() {
        return jdbc.sql("""
                        select request_id, counts, forbidden, sealed, letter_id, erased_at
                          from rights.erasure
                         where sealed is not null
                         order by erased_at""").query(Erased.class).list();
    }

    void lastLetter(RequestId request, UUID letter) {
        jdbc.sql("update rights.erasure set letter_id = :letter where request_id = :request")
                .param("letter", letter)
                .param("request", request.value())
                .update();
    }

    /** The last letter is gone from the outbox once the mail server took it, or after a week in vain. */
    boolean forgetLetter(Erased erased, Instant now) {
        if (erased.letterId() == null) {
            return true;
        }
        jdbc.sql("""
                        delete from store.letter
                         where letter_id = :letter and (sent_at is not null or queued_at < :then)""")
                .param("letter", erased.letterId())
                .param("then", Sql.at(now.minus(java.time.Duration.ofDays(7))))
                .update();
        return jdbc.sql("select count(*) from store.letter where letter_id = :letter")
                        .param("letter", erased.letterId())
                        .query(Long.class)
                        .single()
                == 0;
    }

    void destroyIdentifiers(RequestId request) {
        jdbc.sql("update rights.erasure set sealed = null where request_id = :request")
                .param("request", request.value())
                .update();
    }

    /** Once: a second one for the same request changes what the scan found, and nothing else. */
    void certify(RequestId request, String content, int hits, Instant at) {
        jdbc.sql("""
                        insert into rights.certificate (certificate_id, request_id, content, hits, made_at)
                        values (:id, :request, :content, :hits, :at)
                            on conflict (request_id) do update set content = excluded.content, hits = excluded.hits""")
                .param("id", Ids.next())
                .param("request", request.value())
                .param("content", content)
                .param("hits", hits)
                .param("at", Sql.at(at))
                .update();
    }

    void second(RequestId request, int hits, Instant at) {
        jdbc.sql("update rights.certificate set second_hits = :hits, second_at = :at where request_id = :request")
                .param("hits", hits)
                .param("at", Sql.at(at))
                .param("request", request.value())
                .update();
    }

    Optional<Certificate> certificate(RequestId request) {
        return jdbc.sql("""
                        select certificate_id, content, hits, made_at, second_hits, second_at
                          from rights.certificate
                         where request_id = :request""")
                .param("request", request.value())
                .query(Certificate.class)
                .optional();
    }

    record Certificate(
            UUID certificateId,
            String content,
            int hits,
            Instant madeAt,
            @Nullable Integer secondHits,
            @Nullable Instant secondAt) {}
}
