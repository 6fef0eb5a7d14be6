package fi.seloste.publishing;

import fi.seloste.datamap.DataMap;
import fi.seloste.datamap.Table;
import fi.seloste.notice.Category;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.DeclarationReader;
import fi.seloste.notice.Sheet;
import fi.seloste.notice.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Categories in which a newer product keeps something and that a declaration does not know, as they are declared in what ships with the product. */
@Component
class Missing {

    private final DataMap map;
    private final Declaration shipped = DeclarationReader.shipped("default");

    Missing(DataMap map) {
        this.map = map;
    }

    /** Those that serve something which the declaration declares; what serves nothing of it is nothing to it. */
    List<Category> in(Declaration declaration) {
        return map.tables().stream()
                .map(Table::category)
                .distinct()
                .flatMap(id -> shipped.category(id).stream())
                .filter(one -> declaration.category(one.id()).isEmpty())
                .filter(one -> one.purposes().stream()
                        .anyMatch(id -> declaration.purpose(id).isPresent()))
                .toList();
    }

    /** Declares it in the sheet, as far as the declaration knows what it names. Who receives the whole of which it was a part receives it too. */
    Sheet taken(Sheet sheet, Category category, Declaration declaration) {
        var id = category.id();
        var links = category.links();
        var processing = declaration.processing();
        sheet.take(Sheet.of(DeclarationReader.shippedText()), declaration.languages(), "categories", id)
                .set(known(links.groups(), processing.groups()::containsKey), "categories", id, "groups")
                .set(known(links.purposes(), processing.purposes()::containsKey), "categories", id, "purposes")
                .set(known(links.sources(), processing.sources()::containsKey), "categories", id, "sources");
        var whole = Whole.of(id, processing.categories().keySet());
        processing.recipients().values().stream()
                .filter(one -> one.scope().categories().contains(whole))
                .forEach(one -> {
                    var more = new ArrayList<>(one.scope().categories());
                    more.add(id);
                    sheet.set(more, "recipients", one.id(), "categories");
                });
        return sheet;
    }

    private static List<String> known(List<String> ids, Predicate<String> declared) {
        return ids.stream().filter(declared).toList();
    }
}
