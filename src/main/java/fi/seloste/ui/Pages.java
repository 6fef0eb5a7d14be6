package fi.seloste.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Shows what handlers of pages answer: a page record by its template, a redirect by its address. */
@Component
class Pages implements HandlerMethodReturnValueHandler {

    private final Templates templates;
    private final Frames frames;

    Pages(Templates templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Reply.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        var request = web.getNativeRequest(HttpServletRequest.class);
        var response = web.getNativeResponse(HttpServletResponse.class);
        if (request == null || response == null || !(value instanceof Reply reply)) {
            throw new IllegalStateException("a handler of pages answered nothing: " + type);
        }
        switch (reply) {
            case View view -> show(view, request, response);
            case Redirect redirect -> go(redirect.url(), response);
            case Elsewhere elsewhere -> go(elsewhere.url().toString(), response);
        }
    }

    /** Rendered whole before anything is sent, so that a template that fails is still answered with an error page. */
    void show(View view, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = frames.of(view, request, response);
        var html = templates.render(view.template(), Map.of("page", view, "ui", frame));
        var bytes = html.getBytes(StandardCharsets.UTF_8);
        response.setStatus(view.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Language", frame.lang());
        if (!response.containsHeader("Cache-Control")) {
            // Pages hold people's data: no cache keeps them, the browser's neither.
            response.setHeader("Cache-Control", "no-store");
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static void go(String url, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", url);
    }
}
