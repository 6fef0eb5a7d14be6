package fi.seloste.staff;

import com.webauthn4j.util.exception.WebAuthnException;
import fi.seloste.base.AccountId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys by WebAuthn: the browser signs our challenge, kept in the database until it is answered once. The authenticator must verify
 * its owner (finger, face, PIN), so a passkey is both factors.
 */
@Component
class PasskeyDesk {

    private static final String SIGN_IN = "sign-in";
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final Passkeys passkeys;
    private final PasskeyOwners owners;
    private final Challenges challenges;
    private final Evidence evidence;

    PasskeyDesk(Passkeys passkeys, PasskeyOwners owners, Challenges challenges, Evidence evidence) {
        this.passkeys = passkeys;
        this.owners = owners;
        this.challenges = challenges;
        this.evidence = evidence;
    }

    /** What the browser is to make; it must be for this account and this origin. */
    @As(Purpose.TECHNICAL)
    public String toRegister(SignedIn viewer, String origin) {
        var challenge = new Bytes(Secret.bytes(32));
        challenges.add(challenge, viewer.id().toString());
        return JSON.writeValueAsString(
                party(origin, challenge).createPublicKeyCredentialCreationOptions(asOwner(viewer)));
    }

    @As(Purpose.TECHNICAL)
    public void register(SignedIn viewer, String origin, JsonNode sent, String label) {
        try {
            var credential = JSON.treeToValue(
                    sent, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            var challenge = answered(sent, viewer.id().toString());
            var party = party(origin, challenge);
            var options = party.createPublicKeyCredentialCreationOptions(asOwner(viewer));
            party.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    options, new RelyingPartyPublicKey(credential, label)));
            evidence.record(
                    viewer.actor(),
                    Act.of("passkey-added").about("account", viewer.id().value()));
        } catch (JacksonException | WebAuthnException | IllegalArgumentException e) {
            throw refused();
        }
    }

    @As(Purpose.TECHNICAL)
    public String toSignIn(String origin) {
        var challenge = new Bytes(Secret.bytes(32));
        challenges.add(challenge, SIGN_IN);
        return JSON.writeValueAsString(party(origin, challenge)
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null)));
    }

    /** Whose passkey signed the challenge; nobody's when anything about it is not right. */
    @As(Purpose.TECHNICAL)
    public Optional<AccountId> owner(JsonNode sent, String origin) {
        try {
            var credential =
                    JSON.treeToValue(sent, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var party = party(origin, answered(sent, SIGN_IN));
            var options =
                    party.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
            var owner = party.authenticate(new RelyingPartyAuthenticationRequest(options, credential));
            return Optional.of(Passkeys.owner(owner.getId()));
        } catch (JacksonException | WebAuthnException | IllegalArgumentException | Problem.Invalid e) {
            return Optional.empty();
        }
    }

    @As(Purpose.TECHNICAL)
    public void remove(SignedIn viewer, String id) {
        if (!passkeys.remove(viewer.id(), Bytes.fromBase64(id))) {
            throw Problem.notFound("passkey");
        }
        evidence.record(
                viewer.actor(),
                Act.of("passkey-removed").about("account", viewer.id().value()));
    }

    /** The challenge that the browser says it signed; it must be one of ours and is used up by looking. */
    private Bytes answered(JsonNode sent, String boundTo) {
        var signed = Base64.getUrlDecoder()
                .decode(sent.path("response").path("clientDataJSON").asString(""));
        var challenge = Bytes.fromBase64(JSON.readTree(signed).path("challenge").asString(""));
        if (!challenges.use(challenge, boundTo)) {
            throw refused();
        }
        return challenge;
    }

    private Webauthn4JRelyingPartyOperations party(String origin, Bytes challenge) {
        var id = URI.create(origin).getHost();
        var us = PublicKeyCredentialRpEntity.builder().id(id).name("Seloste").build();
        var party = new Webauthn4JRelyingPartyOperations(owners, passkeys, us, Set.of(origin));
        var selection = AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
        party.setCustomizeCreationOptions(
                options -> options.challenge(challenge).authenticatorSelection(selection));
        party.setCustomizeRequestOptions(
                options -> options.challenge(challenge).userVerification(UserVerificationRequirement.REQUIRED));
        return party;
    }

    // Passkeys know their owner by the address; a caller's own name is the person's.
    private static ImmutablePublicKeyCredentialCreationOptionsRequest asOwner(SignedIn viewer) {
        return new ImmutablePublicKeyCredentialCreationOptionsRequest(UsernamePasswordAuthenticationToken.authenticated(
                viewer.account().email(), "", List.of()));
    }

    private static Problem.Invalid refused() {
        return Problem.invalid("credential", "staff.passkey.failed");
    }
}
