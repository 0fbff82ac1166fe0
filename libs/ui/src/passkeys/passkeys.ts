import { Injectable } from '@angular/core';
import type {
  NewPasskeyRequest,
  PasskeyOfferView,
  PasskeyProofRequest,
  PasskeyQuestionView,
} from '@trellis/contracts';

/** Asks the device for passkeys. What the person sees meanwhile is the browser's and the device's own. */
@Injectable({ providedIn: 'root' })
export class Passkeys {
  /** Whether this browser knows passkeys at all. */
  readonly work = typeof PublicKeyCredential === 'function';

  /** A new passkey as the server takes it; null when the person or the device did not want to. */
  async make(offer: PasskeyOfferView): Promise<NewPasskeyRequest | null> {
    const { startRegistration } = await import('@simplewebauthn/browser');
    const made = await unlessDeclined(startRegistration({ optionsJSON: offer }));
    if (made === null) return null;
    const { id, response } = made;
    return {
      credentialId: id,
      clientData: response.clientDataJSON,
      attestation: response.attestationObject,
      transports: (response.transports ?? []).filter((one) => known.has(one)),
    };
  }

  /** What a passkey signed, as the server takes it; null when the person or the device did not want to. */
  async sign(question: PasskeyQuestionView): Promise<PasskeyProofRequest | null> {
    const { startAuthentication } = await import('@simplewebauthn/browser');
    const signed = await unlessDeclined(startAuthentication({ optionsJSON: question }));
    if (signed === null) return null;
    const { id, response } = signed;
    return {
      credentialId: id,
      clientData: response.clientDataJSON,
      authenticatorData: response.authenticatorData,
      signature: response.signature,
      userHandle: response.userHandle ?? '',
    };
  }
}

const known = new Set(['usb', 'nfc', 'ble', 'smart-card', 'hybrid', 'internal']);

/** Browsers say one thing for closed, timed out and not there, so that a page learns nothing of the person. */
async function unlessDeclined<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (failure) {
    const name = failure instanceof Error ? failure.name : '';
    if (['NotAllowedError', 'AbortError', 'InvalidStateError'].includes(name)) return null;
    throw failure;
  }
}
