package fi.seloste.notice;

import java.util.List;

/** A group of people the data are about (GDPR Art. 30(1)(c)). */
public record Group(String id, Text name, List<String> terms) {}
