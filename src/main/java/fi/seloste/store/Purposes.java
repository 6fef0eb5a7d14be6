package fi.seloste.store;

import fi.seloste.base.PersonId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work as a purpose: in a transaction on the login of the purpose, as its role. Work inside work of the same login switches the
 * role and switches back; work of another login is refused, since it could not commit together (use {@link #apart}).
 */
@Component
public class Purposes {

    private static final ThreadLocal<@Nullable Purpose> CURRENT = new ThreadLocal<>();
    private static final ConnectionCallback<Boolean> IS_LOST =
            connection -> connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED;

    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final Roles roles;
    private final Doings doings;

    Purposes(PlatformTransactionManager manager, JdbcTemplate jdbc, Roles roles, Doings doings) {
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.jdbc = jdbc;
        this.roles = roles;
        this.doings = doings;
    }

    public <T extends @Nullable Object> T as(Purpose purpose, Supplier<T> work) {
        var before = CURRENT.get();
        if (before == null) {
            return apart(purpose, work);
        }
        if (before == purpose) {
            return work.get();
        }
        if (before.login() != purpose.login()) {
            throw new IllegalStateException(
                    "%s inside %s: two logins cannot share a transaction".formatted(purpose, before));
        }
        return switched(before, purpose, work);
    }

    public void as(Purpose purpose, Runnable work) {
        as(purpose, () -> {
            work.run();
            return true;
        });
    }

    /**
     * A person's own page, on the public login: the database shows the rows of this person and of nobody else. Work that goes on in the same transaction
     * afterwards is whose it was before, such as another's who shares it.
     */
    public <T extends @Nullable Object> T asSubject(PersonId person, Supplier<T> work) {
        boolean isPart = isRunning();
        return as(Purpose.SUBJECT, () -> {
            var before = isPart ? subject() : "";
            become(person.toString());
            boolean done = false;
            try {
                var result = work.get();
                done = true;
                return result;
            } finally {
                if (isPart) {
                    afterwards(done, () -> become(before));
                }
            }
        });
    }

    private String subject() {
        return jdbc.queryForList("select coalesce(current_setting('seloste.subject', true), '')", String.class)
                .getFirst();
    }

    private void become(String subject) {
        jdbc.queryForList("select set_config('seloste.subject', ?, true)", subject);
    }

    /**
     * In a transaction of its own, which commits whatever becomes of the caller's.
     *
     * @throws UnexpectedRollbackException where the work went on after an error of the database, so that nothing of it is kept
     */
    @SuppressWarnings("NullAway") // TransactionTemplate gives back what the work gave
    public <T extends @Nullable Object> T apart(Purpose purpose, Supplier<T> work) {
        var before = CURRENT.get();
        CURRENT.set(purpose);
        try {
            return transaction.execute(status -> {
                take(purpose);
                var result = work.get();
                refuseWhatIsLost();
                return result;
            });
        } finally {
            restore(before);
            doings.ended();
        }
    }

    /** After an error that somebody passed over the database takes all back at the commit, and its driver says nothing of it. */
    private void refuseWhatIsLost() {
        if (Boolean.TRUE.equals(jdbc.execute(IS_LOST))) {
            throw new UnexpectedRollbackException(
                    "The work went on after an error of the database; nothing of it would be kept");
        }
    }

    /** The purpose of the running work, or null outside any. */
    static @Nullable Purpose current() {
        return CURRENT.get();
    }

    public Purpose running() {
        var current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("No purpose is declared for this work");
        }
        return current;
    }

    public boolean isRunning() {
        return CURRENT.get() != null;
    }

    private <T extends @Nullable Object> T switched(Purpose before, Purpose purpose, Supplier<T> work) {
        CURRENT.set(purpose);
        take(purpose);
        boolean done = false;
        try {
            var result = work.get();
            done = true;
            return result;
        } finally {
            CURRENT.set(before);
            afterwards(done, () -> take(before));
        }
    }

    /** After a failure the transaction may be dead already; then nothing can run in it any more, under whatever role. */
    private static void afterwards(boolean done, Runnable giveBack) {
        try {
            giveBack.run();
        } catch (RuntimeException e) {
            if (done) {
                throw e;
            }
        }
    }

    private void take(Purpose purpose) {
        if (purpose == Purpose.OWNER) {
            return;
        }
        jdbc.execute("set local role " + roles.of(purpose));
    }

    private static void restore(@Nullable Purpose before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }
}
