package fi.seloste.doors;

import fi.seloste.staff.Bearer;
import fi.seloste.staff.Callers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * What a program sends twice with the same {@code Idempotency-Key} is done once: the second time it gets the first answer again, for a
 * day. Only what succeeded is kept; a refusal changed nothing and may be tried again.
 */
@Component
@ConditionalOnWebApplication
class ReplyFilter extends OncePerRequestFilter {

    private static final int LARGEST = 1024 * 1024;

    private final Replies replies;
    private final Refusals refusals;

    ReplyFilter(Replies replies, Refusals refusals) {
        this.replies = replies;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader("Idempotency-Key") == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader("Idempotency-Key").strip();
        if (!(Callers.of(request).orElse(null) instanceof Bearer bearer)) {
            chain.doFilter(request, response);
            return;
        }
        if (key.isEmpty() || key.length() > 200) {
            refusals.tell(request, response, HttpStatus.BAD_REQUEST, "staff.refused.key");
            return;
        }
        var imprint = imprint(request);
        if (imprint.isEmpty()) {
            chain.doFilter(
                    request, response); // what cannot be taken apart is refused by its handler, and changes nothing
            return;
        }
        var once = new Replies.Once(bearer.tokenId(), key, imprint.get());
        switch (replies.begin(once)) {
            case Replies.First first -> first(once, request, response, chain);
            case Replies.Again again -> again.kept().writeTo(response);
            case Replies.Running running -> {
                response.setHeader("Retry-After", "1");
                refusals.tell(request, response, HttpStatus.CONFLICT, "staff.refused.running");
            }
            case Replies.Other other ->
                refusals.tell(request, response, HttpStatus.UNPROCESSABLE_CONTENT, "staff.refused.otherBody");
        }
    }

    private static Optional<byte[]> imprint(HttpServletRequest request) throws IOException {
        try {
            return Optional.of(Imprint.of(request));
        } catch (IllegalStateException | ServletException e) {
            return Optional.empty();
        }
    }

    private void first(Replies.Once once, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caching = new ContentCachingResponseWrapper(response);
        boolean kept = false;
        try {
            chain.doFilter(request, caching);
            if (caching.getStatus() / 100 == 2 && caching.getContentSize() <= LARGEST) {
                replies.keep(once, Reply.of(caching));
                kept = true;
            }
        } finally {
            if (!kept) {
                replies.forget(once);
            }
            caching.copyBodyToResponse();
        }
    }
}
