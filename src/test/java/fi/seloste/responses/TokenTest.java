package fi.seloste.responses;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import org.junit.jupiter.api.Test;

class TokenTest {

    @Test
    void what_is_written_is_read_again_and_each_link_of_a_message_has_its_own() {
        var secret = Token.chance();
        for (int place : new int[] {0, 1, 499, Token.TRAP, Token.OPEN}) {
            var token = new Token(secret, place);
            assertThat(token.written()).hasSize(32).matches("[A-Za-z0-9_-]+");
            assertThat(Token.parse(token.written())).contains(token);
        }
        assertThat(new Token(secret, 1).written()).isNotEqualTo(new Token(secret, 2).written());
        assertThat(Token.chance()).isNotEqualTo(Token.chance());
    }

    @Test
    @Policy("O1")
    void an_altered_token_is_none_whichever_sign_was_changed() {
        var written = new Token(Token.chance(), 3).written();
        for (int i = 0; i < written.length(); i++) {
            char other = written.charAt(i) == 'A' ? 'B' : 'A';
            var altered = written.substring(0, i) + other + written.substring(i + 1);
            assertThat(Token.parse(altered)).as("sign " + i).isEmpty();
        }
        for (var rubbish :
                new String[] {"", "x", written + "A", "%00", "ä".repeat(32), "=".repeat(32), " ".repeat(32)}) {
            assertThat(Token.parse(rubbish)).as(rubbish).isEmpty();
        }
    }

    @Test
    void the_secret_of_a_message_follows_from_its_way_out_and_never_tells_it() {
        var secret = Token.secretOf("W".repeat(43));
        assertThat(Token.secretOf("W".repeat(43))).isEqualTo(secret);
        assertThat(Token.secretOf("V".repeat(43))).isNotEqualTo(secret);
        assertThat(new Token(secret, 0).toString()).doesNotContain(new Token(secret, 0).written());
        assertThat(Token.printOf(secret)).hasSize(64);
    }
}
