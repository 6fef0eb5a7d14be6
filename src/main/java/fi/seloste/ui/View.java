package fi.seloste.ui;

import java.util.Locale;

/**
 * A page record: exactly what one template shows. {@code fi.seloste.register.PeoplePage} is shown by
 * {@code src/main/jte/register/people.jte}, which takes it as {@code page}, and the {@link Frame} as {@code ui}.
 */
public non-sealed interface View extends Reply {

    /** Folder and name of the template; by default module and record name without "Page", in kebab case. */
    default String template() {
        var module = getClass().getPackageName();
        var name = getClass().getSimpleName().replaceFirst("Page$", "");
        return module.substring(module.lastIndexOf('.') + 1)
                + "/"
                + name.replaceAll("(?<=[a-z0-9])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    default int status() {
        return 200;
    }

    /** The code of the purpose this page reads in, told to the viewer in the header; empty when it shows nobody's data. */
    default String as() {
        return "";
    }
}
