package fi.seloste.demo;

import fi.seloste.base.RequestId;
import fi.seloste.rights.Identity;
import fi.seloste.rights.Narrowing;
import fi.seloste.rights.Rights;
import fi.seloste.rights.Weighing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A request of the story, from act to act. */
final class Asked {

    private final Stage stage;
    private final Rights rights;
    private final Identity identity;

    private @Nullable RequestId id;
    private Instant last = Instant.MIN;

    Asked(Stage stage, Rights rights, Identity identity) {
        this.stage = stage;
        this.rights = rights;
        this.identity = identity;
    }

    Asked received(LocalDate day, Rights.Received received) {
        last = stage.on(day);
        stage.apart(
                last,
                () -> id = rights.receive(received, stage.crew.sirpa().actor()).id());
        return this;
    }

    /** After this, somebody did something else about it. */
    Asked meanwhile(int daysAgo, Runnable work) {
        last = stage.daysAgo(daysAgo, last);
        stage.customer(last, work);
        return this;
    }

    Asked codeSent(int daysAgo) {
        return act(
                daysAgo,
                one -> identity.confirm(
                        one,
                        new Identity.Said("code", null, null),
                        stage.crew.sirpa().actor()));
    }

    Asked attested(int daysAgo, String how) {
        return act(
                daysAgo,
                one -> identity.confirm(
                        one,
                        new Identity.Said("attested", how, null),
                        stage.crew.sirpa().actor()));
    }

    Asked fulfilled(int daysAgo) {
        return act(daysAgo, one -> rights.fulfil(one, stage.crew.sirpa().actor()));
    }

    Asked extended(int daysAgo, String reason) {
        return act(daysAgo, one -> rights.extend(one, reason, stage.crew.sirpa().actor()));
    }

    Asked suspended(int daysAgo, String reason) {
        return act(
                daysAgo,
                one -> rights.suspend(one, reason, false, stage.crew.sirpa().actor()));
    }

    Asked refused(int daysAgo, String ground, String reason) {
        return act(
                daysAgo,
                one -> rights.refuse(one, ground, reason, stage.crew.sirpa().actor()));
    }

    Asked weighed(int daysAgo, Weighing weighing, String outcome, String reasons) {
        return act(
                daysAgo,
                one -> weighing.weigh(one, outcome, reasons, stage.crew.sirpa().actor()));
    }

    Asked narrowed(int daysAgo, Narrowing narrowing, String category) {
        return act(
                daysAgo,
                one -> narrowing.narrow(
                        one, List.of(category), stage.crew.sirpa().actor()));
    }

    Asked withdrawn(int daysAgo) {
        return act(daysAgo, one -> rights.withdraw(one, stage.crew.sirpa().actor()));
    }

    private Asked act(int daysAgo, Consumer<RequestId> act) {
        last = stage.daysAgo(daysAgo, last);
        stage.apart(last, () -> {
            if (id == null) {
                throw new IllegalStateException("Nobody has asked yet");
            }
            act.accept(id);
        });
        return this;
    }
}
