package fi.seloste.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends static files before anything else looks at the request: they are nobody's data. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class AssetFilter extends OncePerRequestFilter {

    private final Assets assets;

    AssetFilter(Assets assets) {
        this.assets = assets;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var parts = request.getRequestURI().split("/", 4);
        var asset = parts.length == 4 ? assets.find(parts[3]) : assets.find(parts[parts.length - 1]);
        if (asset.isEmpty() || !request.getMethod().matches("GET|HEAD")) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(asset.get(), parts[2], request, response);
    }

    private static void send(Asset asset, String hash, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var tag = "\"" + asset.hash() + "\"";
        var current = hash.equals(asset.hash());
        response.setHeader("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("ETag", tag);
        response.setHeader("Vary", "Accept-Encoding");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(asset.type());
        var content = asset.content();
        var compressed = asset.compressed();
        if (compressed != null
                && Objects.requireNonNullElse(request.getHeader("Accept-Encoding"), "")
                        .contains("gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            content = compressed;
        }
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
