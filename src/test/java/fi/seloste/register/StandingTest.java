package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.datamap.StandingBits;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandingTest {

    static Stream<Standing[]> pairs() {
        return IntStream.range(0, 256).mapToObj(n -> new Standing[] {new Standing(n / 16), new Standing(n % 16)});
    }

    @Test
    void a_category_that_is_restricted_alone_leaves_the_person_free_and_anything_about_the_whole_does_not() {
        var part = Standing.NONE.with(StandingBits.ofPart("relationship-notes"));
        assertThat(part.isFree()).isTrue();
        assertThat(part.isRestricted()).isFalse();
        assertThat(part.isRestrictedInPart()).isTrue();
        assertThat(Standing.NONE.isRestrictedInPart()).isFalse();
        for (int bit = 1; bit <= Standing.ORGANISATION_BANNED; bit *= 2) {
            assertThat(part.with(bit).isFree()).isFalse();
            assertThat(Standing.NONE.with(bit).isRestrictedInPart()).isFalse();
        }
        assertThatThrownBy(() -> Standing.NONE.with(1 << 15)).hasMessageContaining("32768");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void two_joined_permit_nothing_that_either_forbids_and_forbid_nothing_else(Standing one, Standing other) {
        var joined = one.join(other);
        assertThat(joined.isAtLeastAsStrictAs(one)).isTrue();
        assertThat(joined.isAtLeastAsStrictAs(other)).isTrue();
        assertThat(joined).isEqualTo(other.join(one));
        assertThat(one.with(other.bits())).isEqualTo(joined);
        assertThat(joined.isBanned()).isEqualTo(one.isBanned() || other.isBanned());
        assertThat(joined.isRestricted()).isEqualTo(one.isRestricted() || other.isRestricted());
    }
}
