package fi.seloste.doors;

import fi.seloste.base.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what a program sends, no more than there is room for, and looks through JSON before anybody makes anything of it: whatever the
 * handler, what is malformed, too deep or cannot be kept is refused by line, column and field. Files go to the disk instead.
 */
@Component
@ConditionalOnWebApplication
class BodyFilter extends OncePerRequestFilter {

    private static final Set<String> WITHOUT = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Refusals refusals;

    BodyFilter(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return WITHOUT.contains(request.getMethod()) || Imprint.isMultipart(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = KeptBody.of(request);
        if (body.isEmpty()) {
            refusals.tell(
                    request, response, HttpStatus.CONTENT_TOO_LARGE, "api.tooLarge", KeptBody.LARGEST / 1024 / 1024);
            return;
        }
        try {
            if (isJson(request)) {
                JsonBody.examine(body.get().bytes());
            }
        } catch (Problem problem) {
            refusals.problem(request, response, problem);
            return;
        }
        chain.doFilter(body.get(), response);
    }

    private static boolean isJson(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.matches("(?i)application/([a-z0-9.-]+\\+)?json\\b.*");
    }
}
