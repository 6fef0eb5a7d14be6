package fi.seloste.disclosures;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is sent about a demand, by the form and by programs. */
public record DisclosureForm(
        @Nullable String authority,
        @Nullable String reference,
        @Nullable String law,
        @Nullable String asked,
        @Nullable String receivedOn,
        @Nullable String dueOn,
        @Nullable String secretUntil,
        @Nullable String secretBy,
        @Nullable Integer version) {

    static DisclosureForm empty(LocalDate today) {
        return new DisclosureForm("", "", "", "", today.toString(), "", "", "", null);
    }

    static DisclosureForm of(Disclosure one) {
        var asked = one.asked();
        var secrecy = one.secrecy();
        return new DisclosureForm(
                asked.authority(),
                asked.reference(),
                asked.law(),
                asked.what(),
                asked.receivedOn().toString(),
                asked.dueOn() == null ? "" : asked.dueOn().toString(),
                secrecy == null ? "" : secrecy.until().toString(),
                secrecy == null ? "" : secrecy.by(),
                one.version());
    }

    Disclosure.Asked demand() {
        return new Disclosure.Asked(
                Typed.needed("authority", authority, Length.NAME),
                Typed.maybe("reference", reference, Length.NAME),
                Typed.needed("law", law, Length.LINE),
                Typed.needed("asked", asked, Length.TEXT),
                Typed.neededDay("receivedOn", receivedOn),
                Typed.day("dueOn", dueOn));
    }

    /** A day without a law, or a law without a day, is no secrecy. */
    Disclosure.@Nullable Secrecy secrecy() {
        var until = Typed.day("secretUntil", secretUntil);
        var by = Typed.maybe("secretBy", secretBy, Length.LINE);
        if (until == null && by == null) {
            return null;
        }
        if (until == null) {
            throw Problem.invalid("secretUntil", "disclosures.secrecy.day");
        }
        if (by == null) {
            throw Problem.invalid("secretBy", "disclosures.secrecy.law");
        }
        return new Disclosure.Secrecy(until, by, null);
    }

    /** As it is shown again: nothing is missing. */
    public String shown(@Nullable String value) {
        return Typed.shown(value);
    }
}
