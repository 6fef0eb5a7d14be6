// Passkeys: asks the browser's authenticator, and shows a sentence when it says no. Without this file one signs in by password.
(() => {
  const text = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  const bytes = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), c => c.charCodeAt(0));

  const send = async (form, url, body) => {
    const reply = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Accept": "application/json", "X-CSRF-TOKEN": form.elements["_csrf"].value },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(String(reply.status));
    return reply.json();
  };

  const known = list => (list || []).map(item => ({ ...item, id: bytes(item.id) }));

  const described = (credential, response) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment,
  });

  const signIn = async form => {
    const options = await send(form, "/sign-in/passkey/options", {});
    const credential = await navigator.credentials.get({
      publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: known(options.allowCredentials) },
    });
    const answer = credential.response;
    const shown = described(credential, {
      authenticatorData: text(answer.authenticatorData),
      clientDataJSON: text(answer.clientDataJSON),
      signature: text(answer.signature),
      userHandle: answer.userHandle ? text(answer.userHandle) : undefined,
    });
    return send(form, "/sign-in/passkey", { credential: shown, next: form.elements["next"].value });
  };

  const register = async form => {
    const options = await send(form, "/account/passkeys/options", {});
    const credential = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: known(options.excludeCredentials),
      },
    });
    const answer = credential.response;
    const made = described(credential, {
      attestationObject: text(answer.attestationObject),
      clientDataJSON: text(answer.clientDataJSON),
      transports: answer.getTransports ? answer.getTransports() : [],
    });
    return send(form, "/account/passkeys", { credential: made, label: form.elements["label"].value });
  };

  const start = async (form, button) => {
    const failed = form.querySelector("[data-passkey-failed]");
    failed.hidden = true;
    button.disabled = true;
    try {
      const done = await (form.dataset.passkey === "sign-in" ? signIn(form) : register(form));
      window.location.assign(done.to);
    } catch (e) {
      failed.hidden = false;
      button.disabled = false;
    }
  };

  document.addEventListener("click", event => {
    const button = event.target.closest("[data-passkey-start]");
    if (button) start(button.closest("form"), button);
  });
})();
