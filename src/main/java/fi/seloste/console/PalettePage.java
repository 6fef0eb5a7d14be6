package fi.seloste.console;

import fi.seloste.base.Folded;
import fi.seloste.ui.Frame;
import fi.seloste.ui.Menu;
import fi.seloste.ui.View;
import java.util.List;

/** The pages whose name holds what was typed, as a fragment below the search box. */
public record PalettePage(String typed) implements View {

    /** Of the viewer's own menu: what somebody may not open is not found either. */
    public List<Menu.Line> found(Frame ui) {
        var wanted = Folded.of(typed);
        return ui.menu().stream()
                .flatMap(group -> group.lines().stream())
                .filter(line -> Folded.of(ui.t(line.key())).contains(wanted))
                .toList();
    }
}
