package fi.seloste.forms;

import fi.seloste.base.Ids;
import fi.seloste.doors.Guard;
import fi.seloste.store.Ferry;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what visitors send: what comes at the same moment in one transaction, with the stamps that it used up and one row of a job that goes on from there.
 * Nobody is answered before it is kept.
 */
@Component
class Receiving {

    private final Arrivals arrivals;
    private final Guard guard;
    private final Jobs jobs;
    private final Clock clock;
    private final Ferry<Post, Became> keeping;

    Receiving(Arrivals arrivals, Guard guard, Jobs jobs, Purposes purposes, Clock clock) {
        this.arrivals = arrivals;
        this.guard = guard;
        this.jobs = jobs;
        this.clock = clock;
        this.keeping = new Ferry<>(purposes, Purpose.SUBJECT, this::keep);
    }

    /** What somebody sent to which edition; without a pass where it came by another way than a visitor's. */
    record Post(Visiting.Open open, String language, Filled filled, Guard.@Nullable Pass pass) {

        boolean worked() {
            return pass == null || pass.worked();
        }
    }

    /** Kept under this id; not, where the stamp was spent before, or the form was closed or published anew between the showing and the sending. */
    private record Became(@Nullable UUID id, boolean spent) {}

    /** The id under which it is kept; empty where the form is closed or shows another edition by now. */
    Optional<UUID> receive(Post post) {
        var became = keeping.take(post);
        if (became.spent()) {
            throw Guard.spent();
        }
        return Optional.ofNullable(became.id());
    }

    private List<Became> keep(List<Post> posts) {
        var good = good(posts);
        var brought = new ArrayList<Arrivals.Brought>();
        for (int i = 0; i < posts.size(); i++) {
            if (good.get(i)) {
                brought.add(new Arrivals.Brought(Ids.next(), posts.get(i)));
            }
        }
        var kept = arrivals.receive(brought, clock.instant());
        if (!kept.isEmpty()) {
            jobs.later(Intake.JOB, brought.getFirst().id().toString());
        }
        var ids = brought.iterator();
        return good.stream()
                .map(one -> {
                    var id = one ? ids.next().id() : null;
                    return new Became(id != null && kept.contains(id) ? id : null, !one);
                })
                .toList();
    }

    private List<Boolean> good(List<Post> posts) {
        var passes = posts.stream().map(Post::pass).filter(Objects::nonNull).toList();
        var spent = guard.spend(passes).iterator();
        return posts.stream().map(post -> post.pass() == null || spent.next()).toList();
    }
}
