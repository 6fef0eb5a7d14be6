package fi.seloste.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives a problem the form in which its asker reads it. */
@Component
class Answers {

    private final Frames frames;

    Answers(Frames frames) {
        this.frames = frames;
    }

    /** Programs get problem+json (RFC 9457), a form sent from a living page gets the sentence into it, all others a page. */
    Object with(ProblemPage page, HttpServletRequest request, HttpServletResponse response) {
        if (isProgram(request)) {
            return json(page, request);
        }
        if (request.getHeader("HX-Request") != null && !request.getMethod().equals("GET")) {
            response.setHeader("Seloste-Problem", page.field() == null ? "" : page.field());
            response.setHeader("HX-Push-Url", "false");
            return new ProblemPage.Fragment(page);
        }
        return page;
    }

    Object nothing() {
        return ResponseEntity.noContent().build();
    }

    static boolean isProgram(HttpServletRequest request) {
        return asked(request).startsWith("/api/");
    }

    // After an error the request is dispatched anew.
    private static String asked(HttpServletRequest request) {
        var asked = request.getAttribute("jakarta.servlet.error.request_uri");
        return asked instanceof String uri ? uri : request.getRequestURI();
    }

    private ResponseEntity<ProblemDetail> json(ProblemPage page, HttpServletRequest request) {
        var wording = frames.wording(RequestContextUtils.getLocale(request));
        var status = HttpStatus.valueOf(page.status());
        var detail = ProblemDetail.forStatusAndDetail(status, wording.t(page.sentence()));
        detail.setType(URI.create("urn:seloste:" + page.sentence().key()));
        detail.setInstance(URI.create(asked(request)));
        detail.setTitle(wording.t(page.title()));
        if (page.field() != null) {
            detail.setProperty("field", page.field());
        }
        if (!page.reference().isEmpty()) {
            detail.setProperty("reference", page.reference());
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
