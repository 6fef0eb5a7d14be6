package fi.seloste.notice;

import fi.seloste.base.Problem;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The door to the notice: the declaration that access, retention and every published text come from.
 *
 * <p>The parsed notice is held in memory, and every transaction that asks for it looks once whether it is still the newest (one row of
 * an index, less than a tenth of a millisecond), then keeps its answer to its end: work does not change its notice halfway. So neither a
 * second process nor a restored database is ever served by an old one, and nothing has to be told to anybody. Outside transactions, at
 * the guards of every page, a look is good for a quarter of a second; this process itself looks anew right after it has published.
 */
@Component
public class Notice {

    private static final long LOOK_IS_GOOD = 250_000_000; // nanoseconds

    private final Versions versions;
    private final Purposes purposes;
    private volatile Edition held = Edition.shipped();
    private volatile long lookedAt = System.nanoTime() - LOOK_IS_GOOD;

    Notice(Versions versions, Purposes purposes) {
        this.versions = versions;
        this.purposes = purposes;
    }

    public Declaration inForce() {
        return edition().declaration();
    }

    /** What is in force, with the version it is of. */
    public Edition edition() {
        if (purposes.isRunning()) {
            return seen();
        }
        if (System.nanoTime() - lookedAt < LOOK_IS_GOOD) {
            return held;
        }
        return purposes.apart(Purpose.TECHNICAL, this::seen);
    }

    /** One that was published some time, as it was. */
    public Edition edition(int number) {
        var version = version(number);
        return new Edition(Optional.of(version), declarationOf(version));
    }

    /** The version that took this one's place. */
    public Optional<Version> after(Version version) {
        return read(() -> versions.find(version.number() + 1));
    }

    /** The version in force; empty before the first one, while what ships with the product holds. */
    public Optional<Version> version() {
        return edition().version();
    }

    /** The declaration in force as it was written. */
    public String text() {
        return version().map(one -> read(() -> versions.text(one.id()))).orElseGet(DeclarationReader::shippedText);
    }

    /** All that were ever published, the newest first. */
    public List<Version> versions() {
        return read(versions::newestFirst);
    }

    public Version version(int number) {
        return read(() -> versions.find(number)).orElseThrow(() -> Problem.notFound("version"));
    }

    public Declaration declarationOf(Version version) {
        return read(() -> versions.declaration(version));
    }

    public String textOf(Version version) {
        return read(() -> versions.text(version.id()));
    }

    /** At the next question the database is asked, however short ago that was. */
    public void lookAgain() {
        lookedAt = System.nanoTime() - LOOK_IS_GOOD;
    }

    /** In the transaction that published: from here on the new one holds, for everybody else from its commit. */
    void changed() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.unbindResource(this);
        }
        lookAgain();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new LookAgain());
        }
    }

    private <T> T read(Supplier<T> work) {
        return purposes.isRunning() ? work.get() : purposes.apart(Purpose.TECHNICAL, work);
    }

    private Edition seen() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Edition seen) {
            return seen;
        }
        long asked = System.nanoTime();
        var newest = versions.newestId();
        var edition = held;
        if (!edition.is(newest)) {
            edition = newest.flatMap(versions::find)
                    .map(one -> new Edition(Optional.of(one), versions.declaration(one)))
                    .orElseGet(Edition::shipped);
            held = edition;
        }
        lookedAt = asked;
        keepForThisTransaction(edition);
        return edition;
    }

    private void keepForThisTransaction(Edition edition) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(this, edition);
            TransactionSynchronizationManager.registerSynchronization(new Kept(edition));
        }
    }

    /** A transaction that another one interrupts lays its answer aside and takes it up again. */
    private final class Kept implements TransactionSynchronization {

        private final Edition edition;

        Kept(Edition edition) {
            this.edition = edition;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Notice.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Notice.this);
            TransactionSynchronizationManager.bindResource(Notice.this, edition);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Notice.this);
        }
    }

    /** Whether it was committed or not, what is held may be wrong now. */
    private final class LookAgain implements TransactionSynchronization {

        @Override
        public void afterCompletion(int status) {
            lookAgain();
        }
    }
}
