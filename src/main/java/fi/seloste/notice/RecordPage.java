package fi.seloste.notice;

import fi.seloste.ui.View;
import java.util.Locale;

/** The record of processing activities as staff read it. */
public record RecordPage(RecordOfProcessing record) implements View {

    static RecordPage of(Declaration declaration, Locale language) {
        return new RecordPage(RecordOfProcessing.of(declaration, language));
    }
}
