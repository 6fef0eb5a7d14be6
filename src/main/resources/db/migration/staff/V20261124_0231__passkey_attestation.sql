-- A signature is judged together with what the authenticator said of itself when it made the key.
alter table staff.passkey
    add column attestation bytea not null;
