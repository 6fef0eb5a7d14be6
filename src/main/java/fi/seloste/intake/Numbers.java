package fi.seloste.intake;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.math.BigDecimal;

/** Numbers with a decimal comma or point, and blanks, points or commas between thousands: 1 234,50 and 1,234.50. */
public final class Numbers {

    private Numbers() {}

    public static BigDecimal parse(String text) {
        var bare = text.strip().replace('\u2212', '-').replaceAll("[\\s\\u00A0\\u202F'’]|€|EUR", "");
        var comma = bare.lastIndexOf(',');
        var point = bare.lastIndexOf('.');
        var plain = comma > point
                ? bare.replace(".", "").replace(',', '.')
                : point > comma && comma >= 0 ? bare.replace(",", "") : bare;
        if (!plain.matches("[+-]?\\d+(\\.\\d+)?")) {
            throw Problem.invalid("number", "value.number.malformed", Shortened.of(text));
        }
        return new BigDecimal(plain);
    }
}
