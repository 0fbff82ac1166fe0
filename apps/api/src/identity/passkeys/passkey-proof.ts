import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';
import type { NewPasskeyRequest, PasskeyProofRequest } from '@trellis/contracts';
import type { PasskeySite } from './passkey-site.js';

/** Signature algorithms that are taken, as COSE numbers: ES256, EdDSA, RS256. */
export const passkeyAlgorithms = [-7, -8, -257] as const;

/** What is kept of a new passkey. */
export interface MadePasskey {
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly signCount: number;
  readonly transports: readonly string[];
  readonly synchronised: boolean;
}

/** The stored half of a passkey. */
export interface StoredPasskey {
  readonly id: string;
  readonly credential_id: Buffer;
  readonly public_key: Buffer;
  /** bigint, as text. */
  readonly sign_count: string;
  readonly transports: string[];
}

/**
 * Checks a new passkey against its challenge and this site; the person must have been verified by the device.
 * Null for anything that does not hold.
 */
export async function madePasskey(
  sent: NewPasskeyRequest,
  challenge: string,
  site: PasskeySite,
): Promise<MadePasskey | null> {
  const { credentialId, clientData, attestation, transports } = sent;
  try {
    if (!isWithoutCertificates(attestation)) return null;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...{ id: credentialId, rawId: credentialId, type: 'public-key', clientExtensionResults: {} },
        response: { clientDataJSON: clientData, attestationObject: attestation },
      },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...passkeyAlgorithms],
    });
    if (!verified || registrationInfo.credential.id !== credentialId) return null;
    const { credential, credentialBackedUp } = registrationInfo;
    return {
      credentialId: Buffer.from(credentialId, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      signCount: credential.counter,
      transports,
      synchronised: credentialBackedUp,
    };
  } catch {
    // The library says no by throwing; why it said no helps nobody but a guesser.
    return null;
  }
}

/**
 * Checks what a passkey signed against its challenge and this site. Answers the counter that was signed, or null
 * for anything that does not hold. Whether the counter went back is for the caller to say.
 */
export async function signedCount(
  sent: PasskeyProofRequest,
  stored: StoredPasskey,
  challenge: string,
  site: PasskeySite,
): Promise<number | null> {
  const { credentialId, clientData, authenticatorData, signature } = sent;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...{ id: credentialId, rawId: credentialId, type: 'public-key', clientExtensionResults: {} },
        response: { clientDataJSON: clientData, authenticatorData, signature },
      },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      // Counter 0: the library would throw for one that went back, and that has to be told apart.
      credential: { id: credentialId, publicKey: new Uint8Array(stored.public_key), counter: 0 },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

/** Only what browsers send when no attestation is asked for: certificates could make the check go out for lists. */
function isWithoutCertificates(attestation: string): boolean {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestation));
  const format = decoded.get('fmt');
  return format === 'none' || (format === 'packed' && decoded.get('attStmt').get('x5c') === undefined);
}
