package fi.seloste.senders;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sender as programs read it; its private key is not among it. */
@Schema(name = "Sender")
record SenderJson(
        UUID id,
        int version,
        String name,
        String address,
        @Nullable String replyTo,
        String domain,
        String selector,
        @Nullable String returnTo,
        @Nullable String spf,
        @Nullable UUID pool,
        boolean ready,
        List<RecordJson> records,
        Instant madeAt) {

    static SenderJson of(Sender one) {
        var face = one.face();
        var domain = one.domain();
        return new SenderJson(
                one.id(),
                one.version(),
                face.name(),
                face.address(),
                face.replyTo(),
                domain.name(),
                domain.selector(),
                domain.returnTo(),
                domain.spf(),
                one.pool(),
                one.isReady(),
                DomainRecord.of(one).stream()
                        .map(record -> RecordJson.of(record, one.findings()))
                        .toList(),
                one.madeAt());
    }

    /** A record that the domain must have, and what DNS answered last. */
    @Schema(name = "SenderRecord")
    record RecordJson(
            String kind,
            String name,
            String value,
            @Nullable String found,
            @Nullable String answer,
            @Nullable Instant lookedAt) {

        static RecordJson of(DomainRecord record, List<Finding> findings) {
            var finding = findings.stream()
                    .filter(one -> one.kind() == record.kind())
                    .findFirst()
                    .orElse(null);
            return new RecordJson(
                    record.kind().code(),
                    record.name(),
                    record.value(),
                    finding == null ? null : finding.code(),
                    finding == null ? null : finding.answer(),
                    finding == null ? null : finding.at());
        }
    }

    /** A sender to be made or changed. The key is made here, or brought along when a sender is made. */
    @Schema(name = "SenderWish")
    record Sent(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String address,

            @Nullable String replyTo,
            @Nullable String domain,
            @Nullable String selector,
            @Nullable String returnTo,
            @Nullable String spf,
            @Nullable UUID pool,
            @Nullable String privateKey,
            @Nullable Integer version) {

        SenderForm form() {
            return new SenderForm(
                    name,
                    address,
                    replyTo,
                    domain,
                    selector,
                    returnTo,
                    spf,
                    pool == null ? null : pool.toString(),
                    privateKey,
                    version);
        }
    }
}
