/** A passkey that may answer, or that must not be made twice. */
export class PasskeyNameView {
  readonly id!: string;
  readonly type!: 'public-key';
  readonly transports!: string[];
}

/** What the browser asks an authenticator to sign; the names are those of the WebAuthn JSON form. */
export class PasskeyQuestionView {
  readonly challenge!: string;
  readonly rpId!: string;
  readonly timeout!: number;
  readonly userVerification!: 'required';
  /** Empty for a sign-in: the authenticator knows whose passkeys it holds. */
  readonly allowCredentials!: PasskeyNameView[];
}

/** What the browser asks an authenticator to make; the names are those of the WebAuthn JSON form. */
export class PasskeyOfferView {
  readonly challenge!: string;
  readonly rp!: { readonly id: string; readonly name: string };
  readonly user!: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly pubKeyCredParams!: { readonly type: 'public-key'; readonly alg: number }[];
  readonly timeout!: number;
  readonly attestation!: 'none';
  readonly authenticatorSelection!: {
    readonly residentKey: 'required';
    readonly requireResidentKey: true;
    readonly userVerification: 'required';
  };
  readonly excludeCredentials!: PasskeyNameView[];
}

/** One passkey in the list of one's own. */
export class OwnPasskeyView {
  readonly id!: string;
  readonly label!: string;
  /** True when the maker of the device keeps copies, so that it also opens on other devices of the same account there. */
  readonly synchronised!: boolean;
  readonly createdAt!: string;
  readonly usedAt!: string | null;
}

export class OwnPasskeysView {
  readonly passkeys!: OwnPasskeyView[];
  /** How many one account may have. */
  readonly most!: number;
}
