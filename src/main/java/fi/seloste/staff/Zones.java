package fi.seloste.staff;

import fi.seloste.ui.Option;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The time zones to choose from: those of continents and islands, ours first. */
final class Zones {

    private static final String OURS = "Europe/Helsinki";

    private Zones() {}

    static List<Option> all() {
        var others = ZoneId.getAvailableZoneIds().stream()
                .filter(zone ->
                        zone.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                .filter(zone -> !zone.equals(OURS))
                .sorted();
        return Stream.concat(Stream.of(OURS), others)
                .map(zone -> new Option(zone, zone.replace('_', ' ')))
                .toList();
    }
}
