package fi.seloste.ui;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.base.Trace;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

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

    /** A sign that no text can hold, a day or a number that no column can. */
    private static final Set<String> UNKEEPABLE = Set.of("22021", "22008", "22003");

    /** What a row hangs on is gone, or never was; or something hangs on what was to go. */
    private static final Set<String> GONE_OR_HELD = Set.of("23503", "23001");

    private final Answers answers;
    private final ObjectProvider<MultipartConfigElement> limits;

    ProblemPages(Answers answers, ObjectProvider<MultipartConfigElement> limits) {
        this.answers = answers;
        this.limits = limits;
    }

    @ExceptionHandler
    Object problem(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        var sentence = Said.of(problem.key(), problem.arguments());
        var page = switch (problem) {
            case Problem.NotFound p -> ProblemPage.of(404, sentence);
            case Problem.NotAllowed p -> ProblemPage.of(403, sentence);
            case Problem.Conflict p -> ProblemPage.of(p.isStale() && Answers.isProgram(request) ? 412 : 409, sentence);
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
        var name = missing.getParameterName();
        var sentence = Answers.isProgram(request) ? Said.of("api.query.missing", name) : Said.of("ui.problem.400");
        return answers.with(new ProblemPage(400, sentence, name, ""), request, response);
    }

    private static ProblemPage ofProgram(Exception thrown) {
        if (!(thrown instanceof MethodArgumentTypeMismatchException argument)) {
            return Unread.of(thrown);
        }
        if (argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return known(404);
        }
        var kind = Unread.kind(argument.getRequiredType());
        var value = Shortened.of(String.valueOf(argument.getValue()));
        return new ProblemPage(400, Said.of("api.query.type", argument.getName(), value, kind), argument.getName(), "");
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request, HttpServletResponse response) {
        return answers.with(tooLarge(), request, response);
    }

    private ProblemPage tooLarge() {
        var most = limits.getIfAvailable();
        return most == null || most.getMaxFileSize() <= 0
                ? known(413)
                : ProblemPage.of(413, Said.of("api.tooLarge", most.getMaxFileSize() / 1024 / 1024));
    }

    @ExceptionHandler
    Object noForm(MultipartException noForm, HttpServletRequest request, HttpServletResponse response) {
        return answers.with(ProblemPage.of(400, Said.of("api.noForm")), request, response);
    }

    /** The server found it when it took address or form apart: signs that are no UTF-8, or a form that is too large. */
    @ExceptionHandler
    Object undecoded(InvalidParameterException wrong, HttpServletRequest request, HttpServletResponse response) {
        var page = wrong.getErrorCode() == 413 ? tooLarge() : ProblemPage.of(400, Said.of("api.undecoded"));
        return answers.with(page, request, response);
    }

    @ExceptionHandler
    Object method(
            HttpRequestMethodNotSupportedException other, HttpServletRequest request, HttpServletResponse response) {
        var allowed = String.join(", ", Objects.requireNonNullElse(other.getSupportedMethods(), new String[0]));
        response.setHeader("Allow", allowed);
        var page = Answers.isProgram(request)
                ? ProblemPage.of(405, Said.of("api.method", request.getMethod(), allowed))
                : known(405);
        return answers.with(page, request, response);
    }

    @ExceptionHandler
    Object content(HttpMediaTypeException other, HttpServletRequest request, HttpServletResponse response) {
        int status = other.getStatusCode().value();
        other.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (!Answers.isProgram(request) || other.getSupportedMediaTypes().isEmpty()) {
            return answers.with(known(status), request, response);
        }
        var taken = MediaType.toString(other.getSupportedMediaTypes().stream()
                .filter(type -> !type.isWildcardSubtype() && !type.getSubtype().startsWith("*"))
                .toList());
        var sent =
                other instanceof HttpMediaTypeNotSupportedException unsupported ? unsupported.getContentType() : null;
        var sentence = status == 406
                ? Said.of("api.accept", taken)
                : Said.of("api.content", taken, sent == null ? "-" : sent.toString());
        return answers.with(ProblemPage.of(status, sentence), request, response);
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
        if (UNKEEPABLE.stream().anyMatch(state -> isSaidByDatabase(thrown, state))) {
            return known(400); // the sender's to mend
        }
        if (GONE_OR_HELD.stream().anyMatch(state -> isSaidByDatabase(thrown, state))) {
            return ProblemPage.of(409, Said.of("api.gone"));
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

    /** Whoever asked has gone, wherever in the writing it was noticed; nobody is there to be told. */
    private static boolean isBrokenOff(Exception thrown) {
        var gone = Set.of("ClientAbortException", "AsyncRequestNotUsableException");
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (gone.contains(cause.getClass().getSimpleName())) {
                return true;
            }
        }
        return false;
    }
}
