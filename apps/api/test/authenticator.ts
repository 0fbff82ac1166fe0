import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { PasskeyOfferView, PasskeyQuestionView } from '@trellis/contracts';

/** The doors as the test server is configured: what a browser would write into what it signs. */
export const origin = 'http://localhost:0';

/** What a browser or a device may get wrong, or somebody in between make wrong. */
export interface Faults {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  /** The device did not check who holds it. */
  readonly unverified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
  /** Signs something else than what it sends. */
  readonly forged?: boolean;
}

const flags = { present: 0x01, verified: 0x04, mayBackUp: 0x08, backedUp: 0x10, attested: 0x40 } as const;
const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();

/** An authenticator in software: one P-256 key, a counter, and a person it can check. */
export class Authenticator {
  readonly credentialId = randomBytes(32);
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private handle = '';
  private rpId = '';
  counter: number;

  /** Passkeys that are synchronised count nothing: their counter stays 0. */
  constructor(private readonly kind: 'counting' | 'synchronised' = 'counting') {
    this.counter = kind === 'counting' ? 1 : 0;
  }

  /** Answers an offer with a new passkey, as the request body of the server. */
  make(offer: PasskeyOfferView, faults: Faults = {}) {
    this.handle = offer.user.id;
    this.rpId = offer.rp.id;
    const attested = Buffer.concat([
      Buffer.alloc(16),
      Buffer.from([0, this.credentialId.length]),
      this.credentialId,
      this.publicKey(),
    ]);
    const authData = Buffer.concat([this.header(flags.attested, faults), attested]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    return {
      credentialId: this.credentialId.toString('base64url'),
      clientData: clientData('webauthn.create', offer.challenge, faults).toString('base64url'),
      attestation: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
      transports: ['internal'],
    };
  }

  /** Answers a question with a signature, as the request body of the server. */
  sign(question: PasskeyQuestionView, faults: Faults = {}) {
    if (this.kind === 'counting') this.counter += 1;
    this.rpId = question.rpId;
    const authData = this.header(0, faults);
    const client = clientData('webauthn.get', question.challenge, faults);
    const signed = Buffer.concat([authData, sha256(client), Buffer.from(faults.forged === true ? 'x' : '')]);
    return {
      credentialId: this.credentialId.toString('base64url'),
      clientData: client.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, this.keys.privateKey).toString('base64url'),
      userHandle: faults.userHandle ?? this.handle,
    };
  }

  private header(more: number, faults: Faults): Buffer {
    const synced = this.kind === 'synchronised' ? flags.mayBackUp | flags.backedUp : 0;
    const set = flags.present | (faults.unverified === true ? 0 : flags.verified) | synced | more;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(faults.counter ?? this.counter);
    return Buffer.concat([sha256(faults.rpId ?? this.rpId), Buffer.from([set]), counter]);
  }

  /** The public key in COSE form. */
  private publicKey(): Buffer {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));
    const cose = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]);
    return Buffer.from(isoCBOR.encode(cose as never));
  }
}

function clientData(type: string, challenge: string, faults: Faults): Buffer {
  return Buffer.from(
    JSON.stringify({
      type: faults.type ?? type,
      challenge: faults.challenge ?? challenge,
      origin: faults.origin ?? origin,
      crossOrigin: false,
    }),
  );
}
