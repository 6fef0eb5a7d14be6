package fi.seloste.demo;

import java.util.List;
import java.util.Random;

/** Choices that come out the same at every telling. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    <T> T of(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    /** From one to the other, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean oneIn(int several) {
        return random.nextInt(several) == 0;
    }
}
