package fi.seloste.staff;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes callers and needs known to the web server. */
@Configuration(proxyBeanMethods = false)
class StaffWeb implements WebMvcConfigurer {

    private final ObjectProvider<OpenPurposes> open;

    StaffWeb(ObjectProvider<OpenPurposes> open) {
        this.open = open;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new NeedsCheck(() -> open.getIfAvailable(() -> purpose -> true)));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerParameters());
    }
}
