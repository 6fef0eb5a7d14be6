package fi.seloste.register;

import java.util.List;

/** What an organisation's page shows beside its people and its timeline. */
public record OrganisationCard(
        Organisation organisation,
        PersonCard.Reached reached,
        List<String> tags,
        List<CustomField.Value> values,
        List<Note> pinned,
        List<Note> tasks,
        List<Twin> twins) {}
