package fi.seloste.ui;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers the menu from the modules. */
@Component
class Menus {

    private final ObjectProvider<Menu> menus;

    Menus(ObjectProvider<Menu> menus) {
        this.menus = menus;
    }

    List<Menu.Group> of(Viewer viewer, String path) {
        var items = menus.stream()
                .flatMap(menu -> menu.items().stream())
                .filter(item -> item.shown().test(viewer))
                .sorted(Comparator.comparingInt(MenuItem::order))
                .toList();
        var here = here(items, path);
        return Arrays.stream(MenuGroup.values())
                .map(group -> new Menu.Group(group.key(), lines(items, group, viewer, here)))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    // The longest address wins: /rights/settings is not also /rights.
    private static Optional<MenuItem> here(List<MenuItem> items, String path) {
        return items.stream()
                .filter(item -> item.isAt(path))
                .max(Comparator.comparingInt(item -> item.url().length()));
    }

    private static List<Menu.Line> lines(
            List<MenuItem> items, MenuGroup group, Viewer viewer, Optional<MenuItem> here) {
        return items.stream()
                .filter(item -> item.group() == group)
                .map(item -> new Menu.Line(
                        item.key(),
                        item.url(),
                        item.icon(),
                        Objects.requireNonNullElse(item.letter(), ""),
                        item.count().applyAsLong(viewer),
                        here.filter(item::equals).isPresent()))
                .toList();
    }
}
