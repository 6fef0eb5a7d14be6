package fi.seloste.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what ended before or outside any handler: a filter's refusal, or an error while a page was written. */
@Controller
class ErrorPages implements ErrorController {

    private final Answers answers;

    ErrorPages(Answers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return answers.with(ProblemPages.bug(thrown, request), request, response);
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return answers.with(ProblemPages.known(status instanceof Integer code ? code : 404), request, response);
    }
}
