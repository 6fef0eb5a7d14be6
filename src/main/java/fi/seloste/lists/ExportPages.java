package fi.seloste.lists;

import fi.seloste.base.Actor;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists as files: the shown columns of all that a list finds, or of the rows that were ticked. */
@Controller
@Needs(
        purpose = {
            Purpose.CUSTOMER,
            Purpose.SUPPORT,
            Purpose.MARKETING,
            Purpose.CONTRACTS,
            Purpose.BILLING,
            Purpose.CLAIMS,
            Purpose.REFERENCES
        },
        action = Action.EXPORT,
        chosen = true)
class ExportPages {

    private final Exporting exporting;
    private final Clock clock;

    ExportPages(Exporting exporting, Clock clock) {
        this.exporting = exporting;
        this.clock = clock;
    }

    @GetMapping({"/people/export", "/organisations/export"})
    void all(
            @RequestParam Map<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response,
            Purpose purpose,
            Actor actor)
            throws IOException {
        var at = ListAddress.of(Kind.of(request), query).begun();
        send(exporting.all(at, purpose, actor), at.kind(), request, response);
    }

    @PostMapping({"/people/export", "/organisations/export"})
    void some(
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") List<String> id,
            HttpServletRequest request,
            HttpServletResponse response,
            Purpose purpose,
            Actor actor)
            throws IOException {
        var at = ListAddress.parse(Kind.of(request), list).begun();
        send(exporting.some(at, Concerned.parse(id), purpose, actor), at.kind(), request, response);
    }

    private void send(Exporting.File file, Kind kind, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s-%s.csv\"".formatted(kind.code(), LocalDate.now(clock)));
        try (var out = new java.io.OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            file.write(out, org.springframework.web.servlet.support.RequestContextUtils.getLocale(request));
        }
    }
}
