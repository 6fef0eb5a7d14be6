package fi.seloste.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler of an address among those that begin with the same word. Of an address with a name in it, such as {@code /f/NAME}, each of the many hundred
 * handlers was asked whether it is meant, which cost more than what most of them do.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ByFirstWord implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Handlers();
    }

    private static final class Handlers extends RequestMappingHandlerMapping {

        /** What is written otherwise, such as with escapes, may mean the same and is asked everywhere. */
        private static final Pattern FIRST_WORD = Pattern.compile("/([A-Za-z0-9_-]+)(?:/.*)?");

        private final ThreadLocal<@Nullable String> asked = new ThreadLocal<>();
        private final Map<RequestMappingInfo, Set<String>> begins = new ConcurrentHashMap<>();

        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                throws Exception {
            asked.set(firstWord(path).orElse(null));
            try {
                return super.lookupHandlerMethod(path, request);
            } finally {
                asked.remove();
            }
        }

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
            var word = asked.get();
            var known = word == null ? Set.<String>of() : begins.computeIfAbsent(info, Handlers::firstWords);
            return known.isEmpty() || known.contains(word) ? super.getMatchingMapping(info, request) : null;
        }

        /** Nothing where one of its addresses begins otherwise than with a word. */
        private static Set<String> firstWords(RequestMappingInfo info) {
            var words =
                    info.getPatternValues().stream().map(Handlers::firstWord).toList();
            return words.stream().allMatch(Optional::isPresent)
                    ? words.stream().flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet())
                    : Set.of();
        }

        private static Optional<String> firstWord(String path) {
            var found = FIRST_WORD.matcher(path);
            return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
        }
    }
}
