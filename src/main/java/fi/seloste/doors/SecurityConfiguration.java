package fi.seloste.doors;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Three chains: programs with a token, doors that take what others send, and pages. No chain keeps a session of the servlet
 * container: who signed in stands in our database, where every node sees it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain programsChain(
            HttpSecurity http,
            BearerFilter bearer,
            BodyFilter bodies,
            ReplyFilter replies,
            Refusals refusals,
            PublicDoors doors) {
        bare(http)
                .securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(bearer, AnonymousAuthenticationFilter.class)
                .addFilterAfter(bodies, AuthorizationFilter.class)
                .addFilterAfter(replies, BodyFilter.class)
                .exceptionHandling(how ->
                        how.authenticationEntryPoint(refusals::withoutToken).accessDeniedHandler(refusals::denied))
                .authorizeHttpRequests(asked -> asked.requestMatchers("/api/openapi.json", "/api/openapi.yaml")
                        .permitAll()
                        .requestMatchers(doors::isPublic)
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain intakeChain(HttpSecurity http, PublicDoors doors) {
        bare(http)
                .securityMatcher(doors::isIntake)
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(asked -> asked.anyRequest().permitAll());
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pagesChain(HttpSecurity http, Pages pages) {
        bare(http)
                .securityContext(context -> context.securityContextRepository(pages.sessions()))
                .csrf(csrf -> csrf.csrfTokenRepository(pages.csrf()).sessionAuthenticationStrategy((a, q, r) -> {}))
                .exceptionHandling(how -> how.authenticationEntryPoint(pages.refusals()::signedOut)
                        .accessDeniedHandler(pages.refusals()::denied))
                .authorizeHttpRequests(asked -> asked.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(pages.doors()::isPublic)
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return http.build();
    }

    /** What the chain of pages is made of. */
    @Bean
    Pages pageGuards(
            SecurityContextRepository sessions, CsrfTokenRepository csrf, PublicDoors doors, Refusals refusals) {
        return new Pages(sessions, csrf, doors, refusals);
    }

    /** Nobody is authenticated by a manager here; its presence keeps a default account from being made. */
    @Bean
    AuthenticationManager noManager() {
        return authentication -> {
            throw new ProviderNotFoundException("sign in by the page or show a token");
        };
    }

    private static HttpSecurity bare(HttpSecurity http) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .headers(SecurityConfiguration::onlyTransport)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable);
    }

    // The frame writes all other headers itself.
    private static void onlyTransport(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled().httpStrictTransportSecurity(Customizer.withDefaults());
    }

    record Pages(SecurityContextRepository sessions, CsrfTokenRepository csrf, PublicDoors doors, Refusals refusals) {}
}
