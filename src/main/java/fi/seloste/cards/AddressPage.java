package fi.seloste.cards;

import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Adds a postal address, or changes or removes one. */
public record AddressPage(Viewpoint at, @Nullable String address, AddressForm form, Errors errors) implements View {

    public String url() {
        return at.to(address == null ? "/addresses" : "/addresses/" + address);
    }

    public List<Option> countries(Locale language) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Option(code, Locale.of("", code).getDisplayCountry(language)))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return at.purpose().code();
    }
}
