package fi.seloste.marketing;

import fi.seloste.register.CustomField;
import fi.seloste.ui.Said;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What an audience asks of a field that is no more. It is told by name and answered never. */
record RetiredQuestion(CustomField.Retired field, OwnQuestion.How how) implements Question {

    @Override
    public String code() {
        return how.code(field.key());
    }

    @Override
    public Form form() {
        return Form.TEXT;
    }

    @Override
    public String category() {
        return field.category();
    }

    @Override
    public String holds(String given) {
        return "false";
    }

    private Object called() {
        return OwnQuestion.called(field.entity(), field.name());
    }

    @Override
    public Said name() {
        return Said.of("marketing.own.field." + how.key(), called());
    }

    @Override
    public Said said(String value) {
        return how == OwnQuestion.How.KNOWN
                ? Said.of("marketing.own.condition.known." + value, called())
                : Said.of("marketing.own.condition." + how.key(), called(), value);
    }

    @Override
    public Said gone() {
        return Said.of(
                "marketing.audience.withheld.retired", called(), LocalDate.ofInstant(field.at(), ZoneOffset.UTC));
    }
}
