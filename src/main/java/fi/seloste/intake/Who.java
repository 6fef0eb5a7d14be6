package fi.seloste.intake;

/** The person of a row. */
public record Who(PersonName name, Work work, Reach reach, Marketing marketing) {

    Who with(Who other) {
        return new Who(
                name.or(other.name), work.with(other.work), reach.with(other.reach), marketing.with(other.marketing));
    }
}
