import type {
  OwnPasskeysView,
  PasskeyNameView,
  PasskeyOfferView,
  PasskeyQuestionView,
} from '@trellis/contracts';
import { challengeSeconds } from './passkey-challenge.repository.js';
import { passkeyAlgorithms, type StoredPasskey } from './passkey-proof.js';
import type { PasskeySite } from './passkey-site.js';
import type { ListedPasskey } from './staff-passkey.repository.js';

const timeout = challengeSeconds * 1000;

/** What the browser is to have signed; `known` are the passkeys that may, none for whoever has one here. */
export function toPasskeyQuestion(
  challenge: string,
  { rpId }: PasskeySite,
  known: readonly StoredPasskey[] = [],
): PasskeyQuestionView {
  return { challenge, rpId, timeout, userVerification: 'required', allowCredentials: known.map(toName) };
}

/** What the browser is to have made. `handle` names the owner to the authenticator, `name` is what it shows. */
export function toPasskeyOffer(
  challenge: string,
  site: PasskeySite,
  owner: { readonly handle: string; readonly name: string },
  known: readonly StoredPasskey[] = [],
): PasskeyOfferView {
  return {
    ...{ challenge, timeout, attestation: 'none' },
    rp: { id: site.rpId, name: site.name },
    user: { id: handleOf(owner.handle), name: owner.name, displayName: owner.name },
    pubKeyCredParams: passkeyAlgorithms.map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    excludeCredentials: known.map(toName),
  };
}

export function toOwnPasskeysView(rows: readonly ListedPasskey[], most: number): OwnPasskeysView {
  const passkeys = rows.map(({ id, label, synchronised, created_at: createdAt, used_at: usedAt }) => ({
    ...{ id, label, synchronised },
    createdAt: createdAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
  }));
  return { passkeys, most };
}

/** The handle of an id: what an authenticator gives back at a sign-in. */
export function handleOf(id: string): string {
  return Buffer.from(id).toString('base64url');
}

function toName({ credential_id: credentialId, transports }: StoredPasskey): PasskeyNameView {
  return { id: credentialId.toString('base64url'), type: 'public-key', transports };
}
