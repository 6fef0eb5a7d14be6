package fi.seloste.publishing;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.datamap.Compiler;
import fi.seloste.notice.Amendment;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.Diff;
import fi.seloste.notice.Finding;
import fi.seloste.notice.Lint;
import fi.seloste.notice.Notice;
import fi.seloste.notice.Press;
import fi.seloste.notice.Version;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Puts a declaration into force: the version, what it grants and the evidence in one transaction of the owner, so that there is never a
 * notice that the database does not keep, nor a grant that no notice names. Grants wait for nobody longer than three seconds; where
 * something holds the catalogue, all of it is undone and tried again a little later.
 */
@Component
public class Publishing {

    private static final int TRIES = 4;

    private final Notice notice;
    private final Press press;
    private final Compiler compiler;
    private final Drafts drafts;
    private final Purposes purposes;

    Publishing(Notice notice, Press press, Compiler compiler, Drafts drafts, Purposes purposes) {
        this.notice = notice;
        this.press = press;
        this.compiler = compiler;
        this.drafts = drafts;
        this.purposes = purposes;
    }

    /** What stands between a declaration and its publication, and what it changes. */
    public record Review(List<Finding> findings, List<Amendment> amendments) {

        public Stream<Finding> breaches() {
            return findings.stream().filter(one -> one.severity() == Finding.Severity.BREACH);
        }

        public boolean isMaterial() {
            return amendments.stream().anyMatch(Amendment::material);
        }
    }

    public Review review(Declaration declaration) {
        return new Review(Lint.of(declaration), Diff.between(notice.inForce(), declaration));
    }

    /** Publishes a draft and gives back the version it became. */
    public Version publish(Draft draft, String note, Actor actor) {
        var written = press.dated(draft.text());
        var declaration = Drafting.read(written).declaration();
        refuse(draft, review(declaration));
        for (int attempt = 1; ; attempt++) {
            try {
                return purposes.apart(Purpose.OWNER, () -> print(draft, written, declaration, note, actor));
            } catch (DataAccessException e) {
                if (!Contention.isIn(e)) {
                    throw e;
                }
                if (attempt == TRIES) {
                    throw Problem.conflict("publishing.busy");
                }
                Contention.pause(attempt);
            }
        }
    }

    private Version print(Draft draft, String text, Declaration declaration, String note, Actor actor) {
        press.reserve();
        overtaken(draft);
        int number = press.print(text, declaration, note.strip(), actor);
        compiler.apply(category -> Set.copyOf(declaration.readersOf(category)));
        drafts.remove();
        return notice.version(number);
    }

    private void refuse(Draft draft, Review review) {
        overtaken(draft);
        review.breaches().findFirst().ifPresent(first -> {
            throw Problem.invalid(
                    first.path(),
                    "publishing.breach",
                    first.sentence(),
                    first.law().words(),
                    first.remedy());
        });
        if (review.amendments().stream().allMatch(Amendment::isOfPublication)) {
            throw Problem.conflict("publishing.unchanged");
        }
    }

    /** Whoever published in between must not be undone unseen. */
    private void overtaken(Draft draft) {
        int inForce = notice.version().map(Version::number).orElse(0);
        if (draft.basedOn() != inForce) {
            throw Problem.conflict("publishing.overtaken", draft.basedOn(), inForce);
        }
    }
}
