package fi.seloste.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to be told to somebody about a registration now, seen from what the last letter told. The mark is what is kept; without a letter there is
 * nothing to say, but to remember.
 */
record Due(String mark, @Nullable Letter letter) {

    private static final String PLACE = "place.";
    private static final String WAITING = "waiting";
    private static final String CONFIRM = "confirm";
    /** Written by the database where somebody who had cancelled could not be given a place again. */
    private static final String NO_PLACE = "no-place";

    enum Letter {
        CONFIRM,
        REGISTERED,
        PROMOTED,
        CHANGED,
        WAITING,
        CANCELLED,
        CALLED_OFF,
        /** Who had cancelled would come after all, and there is no place any more. */
        NO_PLACE;

        static boolean isEnd(String code) {
            return List.of(CANCELLED, CALLED_OFF, NO_PLACE).stream()
                    .anyMatch(one -> one.code().equals(code));
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** Whether a calendar is told too. */
        boolean carriesCalendar(@Nullable String before) {
            return switch (this) {
                case REGISTERED, PROMOTED, CHANGED -> true;
                case CANCELLED, CALLED_OFF -> isPlace(before);
                case NO_PLACE -> true;
                case CONFIRM, WAITING -> false;
            };
        }
    }

    static @Nullable Due of(Registrations.Own own, Event event) {
        var due = wanted(own, event);
        return due == null || due.mark().equals(own.told()) ? null : due;
    }

    private static @Nullable Due wanted(Registrations.Own own, Event event) {
        var told = own.told();
        return switch (own.state()) {
            case CANCELLED -> new Due("cancelled", ended(told));
            case LAPSED -> new Due("lapsed", null);
            case REGISTERED, WAITING -> standing(own, event, told);
        };
    }

    private static @Nullable Letter ended(@Nullable String told) {
        if (NO_PLACE.equals(told)) {
            return Letter.NO_PLACE;
        }
        return isPlace(told) || WAITING.equals(told) ? Letter.CANCELLED : null;
    }

    private static @Nullable Due standing(Registrations.Own own, Event event, @Nullable String told) {
        if (event.state() == Event.State.CANCELLED) {
            return new Due("called-off", Letter.CALLED_OFF);
        }
        if (!event.isAhead() || own.person() == null) {
            return null;
        }
        if (own.waitsForConfirmation()) {
            return new Due(CONFIRM, Letter.CONFIRM);
        }
        if (own.state() == Participation.State.WAITING) {
            return new Due(WAITING, Letter.WAITING);
        }
        var letter = isPlace(told) ? Letter.CHANGED : WAITING.equals(told) ? Letter.PROMOTED : Letter.REGISTERED;
        return new Due(PLACE + event.course().sequence(), letter);
    }

    private static boolean isPlace(@Nullable String told) {
        return told != null && told.startsWith(PLACE);
    }
}
