package fi.seloste.register;

import java.util.UUID;

/** Somebody or something that looks the same, and by what: email, phone, name, business-id or domain. */
public record Twin(UUID id, String name, String reason) {}
