package fi.seloste.notice;

import fi.seloste.ui.Column;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Locale;

/** The record of processing activities as staff read it. */
public record RecordPage(RecordOfProcessing record, List<Column> columns) implements View {

    static RecordPage of(Declaration declaration, Locale language) {
        return new RecordPage(
                RecordOfProcessing.of(declaration, language),
                RecordOfProcessing.columns(language).stream().map(Column::of).toList());
    }
}
