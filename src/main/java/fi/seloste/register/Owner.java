package fi.seloste.register;

import fi.seloste.base.AccountId;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** The employee who looks after a person or an organisation. */
public record Owner(
        @Schema(type = "string", format = "uuid") @JsonSerialize(using = ToStringSerializer.class)
        AccountId id,

        String name) {}
