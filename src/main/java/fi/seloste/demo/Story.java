package fi.seloste.demo;

import fi.seloste.store.KeptSettings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Tells two years of the company from the first day to this one. */
@Component
@Profile("demo")
class Story {

    private static final int TOGETHER = 200;
    private static final String TOLD = "demo.told";

    private final List<Chapter> chapters;
    private final Colleagues colleagues;
    private final StagedClock staged;
    private final Purposes purposes;
    private final KeptSettings settings;

    Story(List<Chapter> chapters, Colleagues colleagues, StagedClock staged, Purposes purposes, KeptSettings settings) {
        this.chapters = chapters;
        this.colleagues = colleagues;
        this.staged = staged;
        this.purposes = purposes;
        this.settings = settings;
    }

    /** False where somebody works here already: then the story was told. */
    boolean tell() {
        if (colleagues.areThere()) {
            return false;
        }
        var stage = new Stage(arrive(staged.instant().minus(Duration.ofDays(730))), staged.instant());
        chapters.forEach(chapter -> chapter.lay(stage));
        play(stage.scenes());
        purposes.as(Purpose.TECHNICAL, () -> settings.put(TOLD, stage.today().toString(), null));
        return true;
    }

    /** They have worked here as long as the story goes back. */
    private Crew arrive(Instant then) {
        var crew = new AtomicReference<Crew>();
        staged.standAt(then, () -> crew.set(colleagues.arrive()));
        return crew.get();
    }

    /** False where the telling was cut off: it is not begun again, since nobody of it must come twice. */
    boolean isToldToTheEnd() {
        return purposes.as(Purpose.TECHNICAL, () -> settings.find(TOLD).isPresent());
    }

    private void play(List<Scene> scenes) {
        var together = new ArrayList<Scene>();
        for (var scene : scenes) {
            if (scene.manner() == Scene.Manner.APART) {
                customer(together);
                play(scene);
            } else {
                together.add(scene);
                if (together.size() == TOGETHER) {
                    customer(together);
                }
            }
        }
        customer(together);
    }

    private void customer(List<Scene> together) {
        if (!together.isEmpty()) {
            purposes.as(Purpose.CUSTOMER, () -> together.forEach(this::play));
            together.clear();
        }
    }

    private void play(Scene scene) {
        staged.standAt(scene.at(), scene.work());
    }
}
