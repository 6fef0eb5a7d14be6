package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.Purpose;
import fi.seloste.suppression.Suppression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Cast.class)
class MarketingBanTest {

    @Autowired
    Cast cast;

    @Autowired
    MarketingBan bans;

    @Autowired
    Register register;

    @Autowired
    ContactDetails details;

    @Autowired
    Suppression suppression;

    @Autowired
    Evidence evidence;

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"CUSTOMER", "SUPPORT", "MARKETING", "BILLING", "RIGHTS", "TECHNICAL"})
    void whatever_purpose_bans_the_person_is_marked_and_the_address_kept_as_a_hash(Purpose purpose) {
        var email = "hanna." + purpose.code() + "@jokivoima.example";
        var hanna = cast.add("Hanna Joki", email);
        assertThat(check(email).marketing()).isFalse();

        var banned = cast.purposes.as(purpose, () -> bans.ban(hanna, Ban.because("asked by phone"), Cast.MARIA));

        assertThat(banned).containsExactly(hanna);
        assertThat(cast.get(hanna).standing().isBanned()).isTrue();
        assertThat(check(email.replace("@", "+news@").toUpperCase(java.util.Locale.ROOT))
                        .marketing())
                .isTrue();
        assertThat(cast.purposes.as(Purpose.MARKETING, () -> register.find(hanna)))
                .isEmpty();
        assertThat(evidence.of(hanna)).extracting(Evidence.Line::act).contains("marketing-ban");
    }

    @Test
    void the_persons_own_link_bans_on_the_public_login() {
        var ida = cast.add("Ida Joki", "ida.joki@jokivoima.example");
        var banned =
                cast.purposes.as(Purpose.SUBJECT, () -> bans.ban(ida, Ban.because("unsubscribed"), Actor.subject(ida)));
        assertThat(banned).containsExactly(ida);
        var lamp = cast.customer(() -> register.card(ida, Evidence.How.PAGE, Cast.MARIA))
                .lamps()
                .getFirst();
        assertThat(lamp.state()).isEqualTo(Lamp.State.REFUSED);
        assertThat(lamp.words()).contains("unsubscribed");
    }

    @Test
    void a_ban_reaches_everybody_who_is_reached_by_the_same_address_but_not_the_readers_of_a_shared_one() {
        var one = cast.add("Juho Laakso", "juho.laakso@jokivoima.example");
        var same = cast.add("J. Laakso", "Juho.Laakso@jokivoima.example");
        var colleague = cast.add("Kaisa Laakso", "kaisa.laakso@jokivoima.example");
        var shared = new ContactPoint.New(
                ContactPoint.Kind.EMAIL, "team@jokivoima.example", null, ContactPoint.Usage.SHARED);
        cast.customer(() -> details.add(Party.of(one), shared, Cast.met(), Cast.MARIA));
        cast.customer(() -> details.add(Party.of(colleague), shared, Cast.met(), Cast.MARIA));

        var banned = cast.customer(() -> bans.ban(one, Ban.because("mail"), Cast.MARIA));

        assertThat(banned).containsExactlyInAnyOrder(one, same);
        assertThat(cast.get(colleague).standing().isBanned()).isFalse();
        assertThat(check("team@jokivoima.example").marketing()).isFalse();
    }

    @Test
    void a_banned_address_bans_whoever_gets_it_later() {
        var leo = cast.add("Leo Niemi", "leo.niemi@jokivoima.example");
        cast.customer(() -> bans.ban(leo, Ban.because("mail"), Cast.MARIA));
        var again = cast.add("Leo Niemi", "leo.niemi@jokivoima.example");
        assertThat(cast.get(again).standing().isBanned()).isTrue();
    }

    @Test
    @Policy("K4")
    void only_the_person_or_an_employee_with_proof_lifts_a_ban() {
        var mia = cast.add("Mia Niemi", "mia.niemi@jokivoima.example");
        cast.customer(() -> bans.ban(mia, Ban.because("mail"), Cast.MARIA));

        assertThatThrownBy(() -> cast.customer(() -> bans.lift(mia, wish(""), Cast.MARIA)))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> cast.customer(() -> bans.lift(mia, wish("a job"), Actor.system("job"))))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() ->
                        cast.purposes.as(Purpose.MARKETING, () -> bans.lift(mia, wish("we would like to"), Cast.MARIA)))
                .isInstanceOf(RuntimeException.class);
        assertThat(cast.get(mia).standing().isBanned()).isTrue();

        cast.customer(() -> bans.lift(mia, new Wish(Wish.How.MAIL, Cast.TODAY, "wants our news again"), Cast.MARIA));

        assertThat(cast.get(mia).standing().isBanned()).isFalse();
        assertThat(check("mia.niemi@jokivoima.example").marketing()).isFalse();
        assertThat(evidence.of(mia)).extracting(Evidence.Line::act).contains("marketing-ban-lifted");
    }

    @Test
    void a_ban_of_nobody_is_an_error_and_not_silence() {
        assertThatThrownBy(() -> cast.customer(() -> bans.ban(PersonId.next(), Ban.because("x"), Cast.MARIA)))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    @Policy("K4")
    void a_wish_is_no_older_than_the_ban_and_no_younger_than_today() {
        var noa = cast.add("Noa Niemi", "noa.niemi@jokivoima.example");
        cast.customer(() -> bans.ban(noa, Ban.because("mail"), Cast.MARIA));
        for (var day : java.util.List.of(Cast.TODAY.minusDays(1), Cast.TODAY.plusDays(1))) {
            assertThatThrownBy(() ->
                            cast.customer(() -> bans.lift(noa, new Wish(Wish.How.PHONE, day, "called us"), Cast.MARIA)))
                    .isInstanceOfSatisfying(
                            Problem.Invalid.class, p -> assertThat(p.field()).isEqualTo("on"));
        }
        assertThat(cast.get(noa).standing().isBanned()).isTrue();
    }

    private static Wish wish(String words) {
        return Wish.of(words, Cast.TODAY);
    }

    private Suppression.Check check(String email) {
        return cast.purposes.as(Purpose.MARKETING, () -> suppression.check(email));
    }
}
