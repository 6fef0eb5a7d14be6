package fi.seloste.doors;

import fi.seloste.base.Actor;
import fi.seloste.staff.Bearer;
import fi.seloste.staff.Caller;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of this very instance's API at {@code /api/openapi.json}: what the doors fill in is no parameter of a call. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

    @Bean
    OpenAPI description() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Actor.class, Caller.class, SignedIn.class, Bearer.class, Permissions.class, Purpose.class);
        var token = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A token of this instance, seloste_…");
        return new OpenAPI()
                .info(new Info().title("Seloste").version("1"))
                .components(new Components().addSecuritySchemes("token", token))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }
}
