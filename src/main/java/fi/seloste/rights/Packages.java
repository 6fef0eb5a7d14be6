package fi.seloste.rights;

import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.consents.Consents;
import fi.seloste.datamap.Walk;
import fi.seloste.evidence.Evidence;
import fi.seloste.installation.DataFolder;
import fi.seloste.retention.Keeping;
import fi.seloste.store.Sql;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers as files among the exports: made once, opened until they expire, then swept away with whatever no row knows. */
@Component
class Packages {

    /** A younger file may still be written, or wait for the commit of its row: a large answer takes longer than the sweep's round. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(5);

    private final Path folder;
    private final AccessCopy copy;
    private final Walk walk;
    private final Evidence evidence;
    private final Redactions redactions;
    private final NoticeFacts notice;
    private final Subjects people;
    private final Keeping keeping;
    private final Consents consents;
    private final JdbcClient jdbc;
    private final Clock clock;

    Packages(
            DataFolder data,
            AccessCopy copy,
            Walk walk,
            Evidence evidence,
            Redactions redactions,
            NoticeFacts notice,
            Subjects people,
            Keeping keeping,
            Consents consents,
            JdbcClient jdbc,
            Clock clock) {
        this.folder = data.exports();
        this.copy = copy;
        this.walk = walk;
        this.evidence = evidence;
        this.redactions = redactions;
        this.notice = notice;
        this.people = people;
        this.keeping = keeping;
        this.consents = consents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Made(UUID packageId, UUID requestId, long bytes, long items, Instant madeAt, Instant expiresAt) {}

    /** In the running transaction of rights: the row commits after the file is whole, so a row never names a torn file. */
    void make(Request request, PersonId person) {
        var id = Ids.next();
        var file = file(id);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            AccessCopy.Written written;
            try (var out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
                written = copy.write(contents(request, person), out);
            }
            insert(id, request.id(), file, digest.digest(), written.items());
        } catch (IOException e) {
            throw new UncheckedIOException("An answer could not be kept in " + folder, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Anew, in the place of the one before: what recipients have answered since is on its sheet. */
    void remake(Request request, PersonId person) {
        jdbc.sql("delete from rights.package where request_id = :request")
                .param("request", request.id().value())
                .update();
        make(request, person);
    }

    Contents contents(Request request, PersonId person) {
        var asked = request.asker();
        var language = people.languageOf(person, asked.language());
        var asker = new Request.Asker(person, asked.email(), asked.name(), asked.words(), language);
        var told =
                new Request(request.id(), request.number(), request.right(), request.state(), asker, request.course());
        return new Contents(
                told,
                person,
                people.name(person),
                notice.in(asker.locale()),
                walk.sections(person),
                new Contents.Found(
                        evidence.consultationsOf(person),
                        redactions.leftOut(request.id()),
                        keeping.explained(person),
                        consents.standing(person).stream()
                                .map(one -> one.aim().purpose())
                                .collect(Collectors.toUnmodifiableSet()),
                        new Contents.LocalTime(clock.instant(), LegalDay.PLACE)));
    }

    Optional<Made> find(RequestId request) {
        return jdbc.sql("""
                        select package_id, request_id, bytes, items, made_at, expires_at
                          from rights.package
                         where request_id = :request and expires_at > :now""")
                .param("request", request.value())
                .param("now", Sql.at(clock.instant()))
                .query(Made.class)
                .optional();
    }

    InputStream open(Made made) {
        try {
            return Files.newInputStream(file(made.packageId()));
        } catch (IOException e) {
            throw Problem.notFound("package");
        }
    }

    void downloaded(Made made) {
        jdbc.sql("update rights.package set downloaded_at = :now where package_id = :id and downloaded_at is null")
                .param("now", Sql.at(clock.instant()))
                .param("id", made.packageId())
                .update();
    }

    /** Rows that expired, and files that no row knows any more: an erased person's, a torn one of a crash. */
    int sweep() {
        jdbc.sql("delete from rights.package where expires_at <= :now")
                .param("now", Sql.at(clock.instant()))
                .update();
        var kept = jdbc.sql("select package_id::text from rights.package")
                .query(String.class)
                .list();
        var written = clock.instant().minus(ON_ITS_WAY).toEpochMilli();
        int removed = 0;
        try (var files = Files.newDirectoryStream(folder, "answer-*.zip")) {
            for (var file : files) {
                var id = file.getFileName().toString().replaceAll("^answer-|\\.zip$", "");
                boolean isOrphan = !kept.contains(id) && file.toFile().lastModified() < written;
                if (isOrphan && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return removed;
    }

    private void insert(UUID id, RequestId request, Path file, byte[] sha256, long items) throws IOException {
        jdbc.sql("""
                        insert into rights.package (package_id, request_id, bytes, sha256, items, made_at, expires_at)
                        values (:id, :request, :bytes, :sha256, :items, :now, :until)""")
                .param("id", id)
                .param("request", request.value())
                .param("bytes", Files.size(file))
                .param("sha256", sha256)
                .param("items", items)
                .param("now", Sql.at(clock.instant()))
                .param("until", Sql.at(clock.instant().plus(RequestLinks.ANSWER_LIVES)))
                .update();
    }

    private Path file(UUID id) {
        return folder.resolve("answer-" + id + ".zip");
    }
}
