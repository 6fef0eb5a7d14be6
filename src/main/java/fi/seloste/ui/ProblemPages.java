package fi.seloste.ui;

import fi.seloste.base.Problem;
import fi.seloste.base.Trace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import tools.jackson.databind.DatabindException;

/** The one place where what was thrown becomes a status and a page, or problem+json for programs. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemPages {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemPages.class);

    private static final Map<Integer, String> SENTENCES = Map.of(
            400, "ui.problem.400",
            403, "ui.problem.403",
            404, "ui.problem.404",
            405, "ui.problem.405",
            406, "ui.problem.406",
            413, "ui.problem.413",
            415, "ui.problem.415",
            429, "ui.problem.429",
            503, "ui.problem.503",
            507, "ui.problem.507");

    private final Answers answers;

    ProblemPages(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    Object problem(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        var sentence = Said.of(problem.key(), problem.arguments());
        var page = switch (problem) {
            case Problem.NotFound p -> ProblemPage.of(404, sentence);
            case Problem.NotAllowed p -> ProblemPage.of(403, sentence);
            case Problem.Conflict p -> ProblemPage.of(409, sentence);
            case Problem.Invalid p -> new ProblemPage(400, sentence, p.field(), "");
        };
        return answers.with(page, request, response);
    }

    @ExceptionHandler({MethodArgumentNotValidException.class, BindException.class})
    Object invalid(BindException refused, HttpServletRequest request, HttpServletResponse response) {
        var errors = Errors.of(refused.getBindingResult());
        var field = errors.fields().stream().findFirst().orElse("");
        var sentence = Objects.requireNonNullElse(errors.of(field), Said.of("ui.problem.400"));
        var page = new ProblemPage(400, Said.of("ui.problem.field", field, sentence), field, "");
        return answers.with(page, request, response);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    Object unreadable(Exception unread, HttpServletRequest request, HttpServletResponse response) {
        // A malformed id in an address leads nowhere; a malformed body is the sender's to mend.
        if (Answers.isProgram(request)) {
            return answers.with(ofProgram(unread), request, response);
        }
        var ofPath = unread instanceof MethodArgumentTypeMismatchException
                && request.getMethod().equals("GET");
        return answers.with(known(ofPath ? 404 : 400), request, response);
    }

    @ExceptionHandler
    Object missing(
            MissingServletRequestParameterException missing, HttpServletRequest request, HttpServletResponse response) {
        return answers.with(unread(missing.getParameterName()), request, response);
    }

    private static ProblemPage ofProgram(Exception thrown) {
        if (thrown instanceof MethodArgumentTypeMismatchException argument) {
            return argument.getParameter().hasParameterAnnotation(PathVariable.class)
                    ? known(404)
                    : unread(argument.getName());
        }
        return unread(
                thrown.getCause() instanceof DatabindException body
                                && !body.getPath().isEmpty()
                        ? body.getPath().getLast().getPropertyName()
                        : null);
    }

    private static ProblemPage unread(@Nullable String field) {
        return new ProblemPage(400, Said.of("ui.problem.400"), field, "");
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request, HttpServletResponse response) {
        return answers.with(known(413), request, response);
    }

    @ExceptionHandler
    Object other(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
            throw thrown; // the chain of security answers these: by signing in first, or by a 403
        }
        if (thrown instanceof ErrorResponse ofSpring && ofSpring.getStatusCode().is4xxClientError()) {
            ofSpring.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            return answers.with(known(ofSpring.getStatusCode().value()), request, response);
        }
        if (isBrokenOff(thrown)) {
            return answers.nothing();
        }
        return answers.with(answer(thrown, request), request, response);
    }

    private static ProblemPage answer(Exception thrown, HttpServletRequest request) {
        if (isSaidByDatabase(thrown, "42501")) {
            return refused(thrown, request);
        }
        if (isSaidByDatabase(thrown, "22021")) {
            return known(400); // a sign that no text can hold, such as the zero character, is the sender's to mend
        }
        var bug = bug(thrown, request);
        return isFullDisk(thrown) ? known(507) : bug;
    }

    /** The purpose may be open and still not read a table: the database keeps what the notice says of each category. */
    private static ProblemPage refused(Exception thrown, HttpServletRequest request) {
        var page = bug(thrown, request);
        return new ProblemPage(403, Said.of("ui.problem.purpose"), null, page.reference());
    }

    private static boolean isSaidByDatabase(Throwable thrown, String state) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && state.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** A page for a status that has no words of its own. */
    static ProblemPage known(int status) {
        var known = HttpStatus.resolve(status) == null ? 500 : status;
        var sentence = SENTENCES.getOrDefault(known, known < 500 ? "ui.problem.400" : "ui.problem.500");
        return ProblemPage.of(known, Said.of(sentence));
    }

    /** The person gets a number, the log gets the details under it; addresses may hold people's data, so only the pattern is logged. */
    static ProblemPage bug(Throwable thrown, HttpServletRequest request) {
        var reference = Reference.next();
        var pattern = request.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
        LOG.error("{} {} {} failed: {}", reference, request.getMethod(), pattern, Trace.of(thrown));
        LOG.debug("{}", reference, thrown);
        return new ProblemPage(500, Said.of("ui.problem.500"), null, reference);
    }

    /** Ours or the database's: both say it in the system's own words. */
    private static boolean isFullDisk(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("No space left on device")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBrokenOff(Exception thrown) {
        var gone = Set.of("ClientAbortException", "AsyncRequestNotUsableException");
        return gone.contains(thrown.getClass().getSimpleName());
    }
}
