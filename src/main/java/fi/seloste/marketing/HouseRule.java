package fi.seloste.marketing;

import fi.seloste.base.Problem;
import org.jspecify.annotations.Nullable;

/** What the house has set for all its campaigns. Version 0 is what holds before anybody set anything. */
public record HouseRule(int version, boolean secondPerson, Cap cap) {

    static final HouseRule UNSET = new HouseRule(0, false, Cap.USUAL);

    /** How many messages somebody gets at most within so many days, newsletters that they subscribed to apart; without a number there is no limit. */
    public record Cap(@Nullable Integer most, int days) {

        static final Cap USUAL = new Cap(4, 30);
        private static final int HIGHEST = 1_000;
        private static final int LONGEST = 366;

        public Cap {
            if (most != null && (most < 1 || most > HIGHEST)) {
                throw Problem.invalid("most", "marketing.rules.most.wrong", HIGHEST);
            }
            if (days < 1 || days > LONGEST) {
                throw Problem.invalid("days", "marketing.rules.days.wrong", LONGEST);
            }
        }

        public boolean isSet() {
            return most != null;
        }
    }
}
