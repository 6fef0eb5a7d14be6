package fi.seloste.doors;

import fi.seloste.base.Actor;
import fi.seloste.staff.Bearer;
import fi.seloste.staff.Caller;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Given;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description of this very instance's API at {@code /api/openapi.json}: what the doors fill in is no parameter of a call. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class OpenApiDocument {

    @Bean
    static ApiWords apiWords() {
        return ApiWords.read();
    }

    @Bean
    OpenAPI description(ApiWords words) {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Actor.class, Caller.class, SignedIn.class, Bearer.class, Permissions.class, Purpose.class)
                .addResponseWrapperToIgnore(Given.class);
        var token = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A token of this instance, seloste_…");
        var document = new OpenAPI()
                .info(new Info()
                        .title("Seloste")
                        .version("1")
                        .description(words.about())
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .addServersItem(new Server().url("/"))
                .components(new Components().addSecuritySchemes("token", token))
                .addSecurityItem(new SecurityRequirement().addList("token"));
        words.tags()
                .forEach((name, text) -> document.addTagsItem(
                        new Tag().name(String.valueOf(name)).description(String.valueOf(text))));
        return document;
    }

    /** A part of something is named after it too: many things have a heading. */
    @Bean
    ModelResolver namedByTheWhole(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new Names()).openapi31(true);
    }

    @Bean
    Records recordsOfTheApi() {
        return new Records();
    }

    @Bean
    GlobalOpenApiCustomizer toldInWords(
            ApiWords words,
            Records records,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        return document -> {
            new ApiCalls(words, handlers.getObject()).describe(document);
            new ApiSchemas(words, records).describe(document);
        };
    }

    private static final class Names extends TypeNameResolver {

        @Override
        protected String getNameOfClass(Class<?> type) {
            var whole = type.getDeclaringClass();
            return whole == null ? type.getSimpleName() : getNameOfClass(whole) + type.getSimpleName();
        }
    }
}
