package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandingTest {

    static Stream<Standing[]> pairs() {
        return IntStream.range(0, 256).mapToObj(n -> new Standing[] {new Standing(n / 16), new Standing(n % 16)});
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
