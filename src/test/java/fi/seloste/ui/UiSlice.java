package fi.seloste.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The frame alone, without any store: a signed-in viewer, a menu, and the style guide. */
@Profile("test")
@SpringBootConfiguration
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@ComponentScan
class UiSlice {

    static final Instant NOW = Instant.parse("2026-11-23T12:02:00Z");

    /** The style guide by itself, for looking at it. */
    public static void main(String[] args) {
        var application = new SpringApplication(UiSlice.class);
        application.setAdditionalProfiles("test");
        application.setDefaultProperties(Map.of(
                "server.port", "8099", "seloste.texts.strict", "true", "spring.web.resources.add-mappings", "false"));
        application.run(args);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneId.of("UTC"));
    }

    @Bean
    Viewers viewers() {
        return request -> "nobody".equals(request.getParameter("as")) ? Viewer.nobody() : new Tuomas();
    }

    @Bean
    House house() {
        return locale -> "Jokivoima Oy";
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    Menu menu() {
        return () -> List.of(
                MenuItem.of("ui.purpose.customer", "/", "home", MenuGroup.WORK, 1)
                        .going("h")
                        .counting(viewer -> 7),
                MenuItem.of("ui.purpose.support", "/people", "users", MenuGroup.WORK, 2)
                        .going("p"),
                MenuItem.of("ui.purpose.rights", "/rights", "scale", MenuGroup.PRIVACY, 3)
                        .counting(viewer -> 1200),
                MenuItem.of("ui.purpose.technical", "/settings", "settings", MenuGroup.HOUSE, 4)
                        .shownTo(viewer -> viewer.may("settings")));
    }

    /** A search that always finds the same. */
    @Profile("test")
    @Controller
    static class Palette {

        @GetMapping("/palette")
        ShowcasePage.Found find() {
            return new ShowcasePage.Found();
        }
    }

    record Tuomas() implements Viewer {

        @Override
        public boolean signedIn() {
            return true;
        }

        @Override
        public String name() {
            return "Tuomas Laine";
        }

        @Override
        public @Nullable Locale locale() {
            return null;
        }

        @Override
        public ZoneId zone() {
            return HELSINKI;
        }

        @Override
        public boolean may(String permission) {
            return !permission.equals("nothing");
        }
    }
}
