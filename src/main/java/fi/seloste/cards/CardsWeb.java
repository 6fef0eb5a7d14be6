package fi.seloste.cards;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.register.Abilities;
import fi.seloste.register.Ability;
import fi.seloste.register.Party;
import fi.seloste.staff.Standpoint;
import fi.seloste.store.Purposes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives handlers the viewpoint that their address means: {@code /people/{id}} or {@code /organisations/{id}}. */
@Configuration(proxyBeanMethods = false)
class CardsWeb {

    @Bean
    WebMvcConfigurer viewpoints(Abilities abilities, Purposes purposes) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ViewpointParameter(abilities, purposes));
            }
        };
    }

    private record ViewpointParameter(Abilities abilities, Purposes purposes) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return Set.of(Viewpoint.class, Newly.class).contains(parameter.getParameterType());
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory binders) {
            var request = web.getNativeRequest(HttpServletRequest.class);
            if (request == null) {
                throw new IllegalStateException("no request");
            }
            var standpoint = Standpoint.of(request);
            var here = purposes.as(standpoint.purpose(), abilities::here);
            if (parameter.getParameterType().equals(Newly.class)) {
                return new Newly(standpoint, here, Objects.requireNonNullElse(request.getParameter("as"), ""));
            }
            return viewpoint(party(request), standpoint, here);
        }

        private static Viewpoint viewpoint(Party party, Standpoint standpoint, Set<Ability> here) {
            // Whom the purpose may not see is not there.
            if (!here.contains(party.person() == null ? Ability.SEE_ORGANISATIONS : Ability.SEE_PEOPLE)) {
                throw Problem.notFound(party.entity());
            }
            return new Viewpoint(party, standpoint, here);
        }

        private static Party party(HttpServletRequest request) {
            var id = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> given
                    ? String.valueOf(given.get("id"))
                    : "";
            return request.getRequestURI().startsWith("/people/")
                    ? Party.of(PersonId.valueOf(id))
                    : Party.of(OrganisationId.valueOf(id));
        }
    }
}
