package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.store.Sql;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** The passkeys' SQL. A passkey's handle of its owner is the account's id: it says nothing of the person. */
@Component
class Passkeys implements UserCredentialRepository {

    private static final String SELECT = """
            select p.credential_id, p.account_id, p.label, p.public_key, p.signature_count, p.verifies_user, p.transports,
                   p.backup_eligible, p.backup_state, p.created_at, p.used_at, p.attestation
              from staff.passkey p
            """;

    private final JdbcClient jdbc;

    Passkeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Bytes handle(AccountId account) {
        var id = account.value();
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static AccountId owner(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new AccountId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    /** New, or used again: its counter and backup then change. */
    @Override
    public void save(CredentialRecord passkey) {
        jdbc.sql("""
                        insert into staff.passkey (credential_id, account_id, label, public_key, signature_count, verifies_user,
                                                   transports, backup_eligible, backup_state, created_at, used_at,
                                                   attestation)
                        values (:id, :account, :label, :key, :count, :verifies, :transports, :eligible, :state, :created, :used,
                                :attestation)
                        on conflict (credential_id) do update
                           set signature_count = excluded.signature_count, verifies_user = excluded.verifies_user,
                               backup_state = excluded.backup_state, used_at = excluded.used_at""")
                .param("id", passkey.getCredentialId().getBytes())
                .param("account", owner(passkey.getUserEntityUserId()).value())
                .param("label", passkey.getLabel())
                .param("key", passkey.getPublicKey().getBytes())
                .param("count", passkey.getSignatureCount())
                .param("verifies", passkey.isUvInitialized())
                .param("transports", transports(passkey))
                .param("eligible", passkey.isBackupEligible())
                .param("state", passkey.isBackupState())
                .param("created", Sql.at(passkey.getCreated()))
                .param("used", Sql.at(passkey.getLastUsed()))
                .param("attestation", attestation(passkey))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return jdbc.sql(SELECT + "where p.credential_id = :id")
                .param("id", id.getBytes())
                .query(Passkeys::passkey)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql(SELECT + "where p.account_id = :account order by p.created_at")
                .param("account", owner(handle).value())
                .query(Passkeys::passkey)
                .list();
    }

    @Override
    public void delete(Bytes id) {
        jdbc.sql("delete from staff.passkey where credential_id = :id")
                .param("id", id.getBytes())
                .update();
    }

    /** Removes one of somebody's own; another's is not found. */
    boolean remove(AccountId account, Bytes id) {
        return jdbc.sql("delete from staff.passkey where credential_id = :id and account_id = :account")
                        .param("id", id.getBytes())
                        .param("account", account.value())
                        .update()
                == 1;
    }

    private static byte[] attestation(CredentialRecord passkey) {
        var attestation = passkey.getAttestationObject();
        return attestation == null ? new byte[0] : attestation.getBytes();
    }

    private static String[] transports(CredentialRecord passkey) {
        return passkey.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .toArray(String[]::new);
    }

    private static CredentialRecord passkey(ResultSet row, int number) throws SQLException {
        var transports = (String[]) row.getArray("transports").getArray();
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(handle(new AccountId(row.getObject("account_id", UUID.class))))
                .label(row.getString("label"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("verifies_user"))
                .transports(Arrays.stream(transports)
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .created(at(row, "created_at"))
                .lastUsed(at(row, "used_at"))
                .build();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
