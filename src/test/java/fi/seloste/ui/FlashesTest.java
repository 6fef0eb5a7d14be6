package fi.seloste.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FlashesTest {

    private final Flashes flashes = new Flashes(new StaticListableBeanFactory().getBeanProvider(Signer.class));

    @Test
    void a_number_stays_a_number_and_a_day_a_day_so_that_the_next_page_counts_and_writes_them_in_its_language() {
        var response = new MockHttpServletResponse();
        flashes.writing(new MockHttpServletRequest(), response)
                .done("informing.written", 12, 13L, LocalDate.of(2027, 1, 31), "n14", "d");

        var next = new MockHttpServletRequest();
        var sent = response.getHeader("Set-Cookie");
        assertThat(sent).isNotNull();
        next.setCookies(new Cookie(Flashes.COOKIE, sent.substring(sent.indexOf('=') + 1, sent.indexOf(';'))));
        var note = flashes.take(next, new MockHttpServletResponse()).orElseThrow();

        assertThat(note.said().key()).isEqualTo("informing.written");
        assertThat(note.said().arguments()).containsExactly(12L, 13L, LocalDate.of(2027, 1, 31), "n14", "d");
    }
}
