package fi.seloste.doors;

import fi.seloste.ui.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** What the web server refuses before any of our filters sees it, such as an address with an encoded zero, is said like everything else. */
final class BareRefusals extends ErrorReportValve {

    private final Texts texts;

    private BareRefusals(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var sentence = texts.say(language(request), status < 500 ? "api.undecoded" : "ui.problem.503");
        var ofProgram = String.valueOf(request.getRequestURI()).startsWith("/api/");
        try {
            var bytes = ofProgram
                    ? JsonMapper.shared().writeValueAsBytes(problem(status, sentence, language(request)))
                    : sentence.getBytes(StandardCharsets.UTF_8);
            response.setContentType(ofProgram ? "application/problem+json" : "text/plain;charset=UTF-8");
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
            response.finishResponse();
        } catch (IOException e) {
            // whoever asked is gone
        }
    }

    private LinkedHashMap<String, Object> problem(int status, String sentence, Locale language) {
        var known = HttpStatus.resolve(status);
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:seloste:api.undecoded");
        problem.put("title", known == null ? texts.say(language, "ui.problem.invalid") : known.getReasonPhrase());
        problem.put("status", status);
        problem.put("detail", sentence);
        return problem;
    }

    private static Locale language(Request request) {
        var asked = request.getLocale().getLanguage();
        return Texts.LANGUAGES.contains(asked) && request.getHeader("Accept-Language") != null
                ? Locale.of(asked)
                : Locale.ENGLISH;
    }

    @Configuration(proxyBeanMethods = false)
    static class AtTheServer {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareRefusals(Texts texts) {
            return server -> server.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new BareRefusals(texts)));
        }
    }
}
