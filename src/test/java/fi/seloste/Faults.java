package fi.seloste;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The death of the process as the database sees it: at one commit everything ends, and nothing of it reaches the database any more. The
 * commits are counted while an act runs, so a step that is added to an act is covered without a word here.
 */
public final class Faults implements BeanPostProcessor {

    /** Right before a commit all of its transaction is lost; right after it nothing that would have followed is done. */
    public enum Moment {
        BEFORE,
        AFTER
    }

    /** What is done again and again, each time killed elsewhere, with something new to do it to. */
    public interface Course<T, E> {

        T prepare(String name);

        void act(T subject);

        /** What the next start, the jobs and whoever presses the button again do. */
        void goOn(T subject);

        /** All that can be told of the end, the same for each subject. */
        E end(T subject);
    }

    /** How often an act was killed, and the end to which it came each time, as undisturbed. */
    public record Ends<E>(int kills, E undisturbed) {}

    private static final Set<String> STILL_WORKS =
            Set.of("close", "rollback", "isClosed", "setAutoCommit", "getAutoCommit", "abort", "toString", "hashCode");
    /** No act of ours has so many; one that is never done would be tried for ever. */
    private static final int MOST = 200;

    private final ThreadLocal<Boolean> ours = ThreadLocal.withInitial(() -> false);
    private Moment moment = Moment.BEFORE;
    private int left;
    private boolean dead;

    /** Killed before and after its first commit, its second, and so on until it runs through, it must end as the one that ran through. */
    public <T, E> Ends<E> mustEndAlike(String name, Course<T, E> course) {
        var ends = new LinkedHashMap<String, E>();
        var undisturbed = new ArrayList<E>();
        for (var at : Moment.values()) {
            boolean killed = true;
            for (int commit = 1; killed; commit++) {
                if (commit > MOST) {
                    throw new AssertionError(name + " comes to no end");
                }
                var subject = course.prepare(
                        name + "." + at.name().toLowerCase(Locale.ROOT).charAt(0) + commit);
                killed = kill(commit, at, () -> course.act(subject));
                course.goOn(subject);
                var end = course.end(subject);
                if (killed) {
                    ends.put("%s killed %s commit %d".formatted(name, at, commit), end);
                } else {
                    undisturbed.add(end);
                }
            }
        }
        assertThat(undisturbed.getLast()).as(name).isEqualTo(undisturbed.getFirst());
        ends.forEach((where, end) -> assertThat(end).as(where).isEqualTo(undisturbed.getFirst()));
        return new Ends<>(ends.size(), undisturbed.getFirst());
    }

    /** Whether it died of it: an act with fewer commits runs through. */
    public boolean kill(int commit, Moment at, Runnable act) {
        moment = at;
        left = commit;
        ours.set(true);
        try {
            act.run();
            return dead;
        } catch (Throwable e) {
            if (!dead) {
                throw e;
            }
            return true;
        } finally {
            ours.remove();
            dead = false;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Mortal(source) : bean;
    }

    private final class Mortal extends DelegatingDataSource {

        Mortal(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (!ours.get()) {
                return super.getConnection();
            }
            if (dead) {
                throw new Death();
            }
            var real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Faults.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> called(real, method, arguments));
        }
    }

    private Object called(Connection real, Method method, Object[] arguments) throws Throwable {
        var name = method.getName();
        if (dead && !STILL_WORKS.contains(name)) {
            throw new Death();
        }
        try {
            if (!name.equals("commit") || !wrote(real)) {
                return method.invoke(real, arguments);
            }
            left--;
            if (left == 0 && moment == Moment.BEFORE) {
                dead = true;
                throw new Death();
            }
            var result = method.invoke(real, arguments);
            if (left == 0) {
                dead = true;
                throw new Death();
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** What only read leaves nothing half done. */
    private static boolean wrote(Connection real) throws SQLException {
        try (var statement = real.createStatement();
                var row = statement.executeQuery("select pg_current_xact_id_if_assigned() is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Nobody catches it, as nobody catches a kill -9. */
    private static final class Death extends Error {

        Death() {
            super("killed");
        }
    }
}
