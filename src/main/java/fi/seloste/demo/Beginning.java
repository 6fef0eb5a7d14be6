package fi.seloste.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** At the first start of a demonstration the story is told before anybody is let in. */
@Component
@Profile("demo")
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "seloste.jobs", havingValue = "on", matchIfMissing = true)
class Beginning implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Beginning.class);

    private final Story story;

    Beginning(Story story) {
        this.story = story;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        long begun = System.nanoTime();
        if (story.tell()) {
            LOG.info("The made-up company was laid out in {} ms", (System.nanoTime() - begun) / 1_000_000);
        } else if (!story.isToldToTheEnd()) {
            LOG.warn("The first start of this demonstration was cut off, so some of its made-up data are missing."
                    + " Remove its data folder to have all of them.");
        }
    }
}
