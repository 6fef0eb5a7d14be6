package fi.seloste.consents;

import fi.seloste.ui.View;
import java.util.List;

/** By which way the person took a consent back: the only thing that is asked. */
public record WithdrawalPage(ConsentFormPage.Whose whose, ConsentPanel.Row row) implements View {

    public static List<String> ways() {
        return Way.SAID.stream().map(Way::code).toList();
    }

    @Override
    public String as() {
        return whose.purpose().code();
    }
}
