package fi.seloste.notice;

import java.util.List;

/** Notices as houses published them before the product knew something. */
public final class Untold {

    public static final String TAGS = "contact-tags";

    private Untold() {}

    /** Tags are among the notes. */
    public static Sheet tags(Sheet sheet) {
        var recipients = DeclarationReader.shipped("default").processing().recipients();
        for (var recipient : List.of("hosting", "pipedrive")) {
            var others = recipients.get(recipient).scope().categories().stream()
                    .filter(category -> !category.equals(TAGS))
                    .toList();
            sheet.set(others, "recipients", recipient, "categories");
        }
        return sheet.remove("categories", TAGS);
    }
}
