package fi.seloste.rights;

import fi.seloste.ui.View;
import java.util.List;

/** The desk at a glance: what waits in which state, or on which day it is due. */
public record BoardPage(
        boolean calendar, List<RequestBoard.Lane> lanes, List<RequestBoard.Day> days, RequestsPage.Counts counts)
        implements View {

    public boolean isEmpty() {
        return lanes.stream().allMatch(lane -> lane.rows().isEmpty());
    }

    @Override
    public String as() {
        return "rights";
    }
}
