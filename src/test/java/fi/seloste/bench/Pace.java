package fi.seloste.bench;

import java.util.ArrayList;
import java.util.Map;

/** How fast a campaign leaves by its own report, over some seconds after it has got warm; then it is paused. */
final class Pace {

    private static final double SECONDS = 15;

    private record Point(double second, int sent) {}

    private Pace() {}

    /** Messages a second, after so many seconds to get warm in: a server that has just been started makes its code quick meanwhile, and that takes processors too. */
    static double of(Api api, Map<String, Object> campaign, double warm) throws InterruptedException {
        var id = api.post("/campaigns", campaign).get("id").asString();
        api.post("/campaigns/" + id + "/send", Map.of());
        var points = new ArrayList<Point>();
        long begun = 0;
        boolean more = true;
        while (more && (points.isEmpty() || points.getLast().second() < warm + SECONDS)) {
            Thread.sleep(250);
            var report = api.get("/campaigns/" + id + "/report");
            int sent = report.get("sent").asInt();
            if (sent > 0) {
                begun = begun == 0 ? System.nanoTime() : begun;
                points.add(new Point((System.nanoTime() - begun) / 1e9, sent));
                more = report.get("waiting").asInt() > 0;
            }
        }
        if (more) {
            api.post("/campaigns/" + id + "/pause", Map.of());
        }
        var last = points.getLast();
        var first = points.stream()
                .filter(point -> point.second() >= warm && point.second() < last.second() - 2)
                .findFirst()
                .orElse(points.getFirst());
        return (last.sent() - first.sent()) / (last.second() - first.second());
    }
}
