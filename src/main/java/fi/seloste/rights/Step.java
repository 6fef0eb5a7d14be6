package fi.seloste.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is done for a request after it is taken in, one after the other, each once. */
enum Step {
    /** What is kept is counted and the recipients who must be asked are noted; then people look at it. */
    COLLECT,
    /** The decision stands in the journal before anything is done about it. */
    JOURNAL,
    /** The right itself: the copy made, the person erased, banned, restricted. */
    ACT,
    /** Every text is searched for what was erased. */
    SCAN,
    /** The person is told. */
    ANSWER,
    /** Nothing is pending any more. */
    CLOSE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What this request has come to be due for. */
    static List<Step> of(Request request) {
        var steps = new ArrayList<Step>();
        if (request.isProved() || request.isDecided()) {
            steps.add(COLLECT);
        }
        if (request.isDecided()) {
            boolean somebody = !request.isOfNobody() || request.right() == Right.MARKETING_BAN;
            if (somebody && !request.right().isAnsweredByCopy()) {
                steps.add(JOURNAL);
            }
            steps.add(ACT);
            if (request.right() == Right.ERASURE && !request.isOfNobody()) {
                steps.add(SCAN);
            }
            steps.add(ANSWER);
            steps.add(CLOSE);
        }
        return steps;
    }
}
