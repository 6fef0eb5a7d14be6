package fi.seloste.instructions;

import fi.seloste.store.As;
import fi.seloste.store.Letter;
import fi.seloste.store.Mail;
import fi.seloste.store.PublicAddress;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Texts;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes to whoever has an instruction unread: once a week before its day, once when the day is over. */
@Component
class Reminding {

    private final Instructions instructions;
    private final Reminders reminders;
    private final Mail mail;
    private final Texts texts;
    private final PublicAddress house;
    private final Clock clock;

    Reminding(
            Instructions instructions, Reminders reminders, Mail mail, Texts texts, PublicAddress house, Clock clock) {
        this.instructions = instructions;
        this.reminders = reminders;
        this.mail = mail;
        this.texts = texts;
        this.house = house;
        this.clock = clock;
    }

    @As(Purpose.TECHNICAL)
    public void remind() {
        for (var progress : instructions.progress()) {
            for (var reader : progress.readers()) {
                boolean late = reader.isLate(progress.today());
                if ((late || reader.isSoonLate(progress.today()))
                        && reminders.add(
                                progress.instruction(), reader.account().id(), late, clock.instant())) {
                    write(progress.instruction(), reader, late);
                }
            }
        }
    }

    private void write(Instruction one, Reader reader, boolean late) {
        var account = reader.account();
        var locale = Locale.of(account.language());
        var kind = late ? "instructions.mail.late" : "instructions.mail.soon";
        var address = house.of("/instructions/" + one.id());
        mail.send(new Letter(
                kind,
                account.email(),
                texts.say(locale, kind + ".subject", one.title()),
                texts.say(locale, kind + ".body", account.name(), one.title(), reader.due(), address),
                null));
    }
}
