package fi.seloste.staff;

import fi.seloste.base.Actor;

/**
 * At the first visit somebody said who the controller is (Art. 4(7)). Published in the transaction that makes the first account,
 * running as technical; whoever keeps the notice writes these facts into its first draft.
 */
public record ControllerNamed(
        String name, String businessId, String address, String privacyContact, String language, Actor by) {}
