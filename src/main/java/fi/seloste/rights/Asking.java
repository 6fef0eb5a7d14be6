package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.EmailAddress;
import fi.seloste.base.Length;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.store.Boarding;
import fi.seloste.store.Ferry;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The person's own door, on the public login: ask, give the code back, open a page by its link. What is asked is taken in without looking
 * anybody up; a job goes on from there.
 */
@Component
class Asking {

    private final RequestLinks links;
    private final Secrets secrets;
    private final Purposes purposes;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final LegalDay today;
    private final Clock clock;
    private final Ferry<Supplier<Boarding<UUID>>, Boarding<UUID>> asking;

    Asking(
            RequestLinks links,
            Secrets secrets,
            Purposes purposes,
            Jobs jobs,
            JdbcClient jdbc,
            LegalDay today,
            Clock clock) {
        this.links = links;
        this.secrets = secrets;
        this.purposes = purposes;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.today = today;
        this.clock = clock;
        this.asking = Ferry.ofPieces(purposes, Purpose.SUBJECT);
    }

    /** What somebody asks at the public page. */
    record Ask(
            Right right,
            String email,
            @Nullable String name,
            @Nullable String words,
            String language) {

        Ask {
            if (name != null) {
                Length.NAME.checked("name", name);
            }
            if (words != null) {
                Length.TEXT.checked("words", words);
            }
        }
    }

    /** Whose page a link opens. */
    record Opened(UUID requestId, @Nullable UUID personId, String number, String kind, String language) {

        RequestId request() {
            return new RequestId(requestId);
        }

        PersonId person() {
            if (personId == null) {
                throw Problem.notFound("request");
            }
            return new PersonId(personId);
        }
    }

    record Tried(String answer, @Nullable String link) {

        boolean isRight() {
            return answer.equals("right");
        }
    }

    /**
     * Gives back the link of the page that waits for the code, for known and unknown alike. The stamp of the page is used up in the same transaction; who ask at
     * the same moment share one, since each needs the next number of the year.
     */
    String ask(Ask ask, Runnable stamp) {
        var link = secrets.link();
        var email = EmailAddress.parse(ask.email());
        asking.take(Boarding.of(stamp, () -> received(ask, email, link))).became();
        return link;
    }

    private UUID received(Ask ask, EmailAddress email, String link) {
        var id = RequestId.next();
        var now = clock.instant();
        jdbc.sql("""
                        select rights.receive_request(:id, :right, :email, :name, :words, :language, :on, :now, :link, :until)""")
                .param("id", id.value())
                .param("right", ask.right().code())
                .param("email", email.value())
                .param("name", ask.name())
                .param("words", ask.words())
                .param("language", ask.language())
                .param("on", today.get())
                .param("now", Sql.at(now))
                .param("link", secrets.print(link))
                .param("until", Sql.at(now.plus(RequestLinks.CODE_PAGE_LIVES)))
                .query()
                .listOfRows();
        jobs.later(RequestMatching.JOB, id.toString());
        return id.value();
    }

    /** The right code opens the person's own page for an hour. */
    Tried giveCode(String link, String code) {
        var own = secrets.link();
        var now = clock.instant();
        return purposes.as(Purpose.SUBJECT, () -> {
            var request = requestOf(link);
            var tried = jdbc.sql("select answer from rights.prove_by_code(:link, :tried, :now, :own, :until)")
                    .param("link", secrets.print(link))
                    .param("tried", secrets.print(request, code))
                    .param("now", Sql.at(now))
                    .param("own", secrets.print(own))
                    .param("until", Sql.at(now.plus(RequestLinks.OWN_PAGE_LIVES)))
                    .query(String.class)
                    .single();
            if (tried.equals("right")) {
                jobs.later(Progress.JOB, request.toString());
            }
            return new Tried(tried, tried.equals("right") ? own : null);
        });
    }

    /** The code to fetch an answer, given back at the page of the answer. */
    String tryDownload(RequestId request, String code) {
        return purposes.as(Purpose.SUBJECT, () -> links.tryCode(request, "download", code));
    }

    Opened open(String link, String aim) {
        return purposes.as(
                        Purpose.SUBJECT,
                        () -> jdbc.sql(
                                        "select request_id, person_id, number, kind, language from rights.open_link(:link, :aim, :now)")
                                .param("link", secrets.print(link))
                                .param("aim", aim)
                                .param("now", Sql.at(clock.instant()))
                                .query(Opened.class)
                                .optional())
                .orElseThrow(() -> Problem.notFound("link"));
    }

    Actor actor(Opened opened) {
        return Actor.subject(opened.person());
    }

    /** A link that nobody has leads to a request that nobody made: the try takes the same way. */
    private RequestId requestOf(String link) {
        return jdbc.sql("select request_id from rights.open_link(:link, 'code', :now)")
                .param("link", secrets.print(link))
                .param("now", Sql.at(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(RequestId::new)
                .orElseGet(RequestId::next);
    }
}
