package fi.seloste.doors;

import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Bearer;
import fi.seloste.staff.CallerAuthentication;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises a program by its token, and holds it to its share. */
@Component
@ConditionalOnWebApplication
class BearerFilter extends OncePerRequestFilter {

    private final ApiTokens tokens;
    private final Limits limits;
    private final Refusals refusals;

    BearerFilter(ApiTokens tokens, Limits limits, Refusals refusals) {
        this.tokens = tokens;
        this.limits = limits;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        var bearer = header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? tokens.find(header.substring(7).strip())
                : Optional.<Bearer>empty();
        if (bearer.isEmpty()) {
            refusals.withoutToken(request, response, null);
            return;
        }
        var wait = limits.ofToken(bearer.get().tokenId());
        if (wait > 0) {
            refusals.tooMany(request, response, wait);
            return;
        }
        response.setHeader("Cache-Control", "no-store"); // answers hold people's data
        SecurityContextHolder.getContext().setAuthentication(new CallerAuthentication(bearer.get()));
        chain.doFilter(request, response);
    }

    /** It stands in the chain of programs only. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class OnlyInChain {

        @Bean
        FilterRegistrationBean<BearerFilter> bearerInChainOnly(BearerFilter filter) {
            return disabled(new FilterRegistrationBean<>(filter));
        }

        @Bean
        FilterRegistrationBean<BodyFilter> bodiesInChainOnly(BodyFilter filter) {
            return disabled(new FilterRegistrationBean<>(filter));
        }

        @Bean
        FilterRegistrationBean<ReplyFilter> repliesInChainOnly(ReplyFilter filter) {
            return disabled(new FilterRegistrationBean<>(filter));
        }

        private static <F extends Filter> FilterRegistrationBean<F> disabled(FilterRegistrationBean<F> registration) {
            registration.setEnabled(false);
            return registration;
        }
    }
}
