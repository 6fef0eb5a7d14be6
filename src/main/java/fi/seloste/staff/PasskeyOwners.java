package fi.seloste.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** The accounts, as passkeys name their owners. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final Accounts accounts;

    PasskeyOwners(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return handle.getBytes().length != 16
                ? null
                : accounts.find(Passkeys.owner(handle))
                        .map(PasskeyOwners::owner)
                        .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String email) {
        return accounts.byEmail(email).map(PasskeyOwners::owner).orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException("an account is made by staff and by nothing else");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("an account is closed by staff and by nothing else");
    }

    private static PublicKeyCredentialUserEntity owner(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(Passkeys.handle(account.id()))
                .name(account.email())
                .displayName(account.name())
                .build();
    }
}
