/** For an authenticator app: the secret to type, or the address to open. Never shown again once it is in use. */
export class AuthenticatorSeedView {
  /** Base32. */
  readonly secret!: string;
  readonly address!: string;
}

/** Shown once. Each code works once, in place of the authenticator. */
export class RecoveryCodesView {
  readonly codes!: string[];
}

/** One device that is signed in. `ref` names it and opens nothing. */
export class OwnSessionView {
  readonly ref!: string;
  /** Browser and system as far as the browser tells, such as "Firefox, Linux"; '' when unknown. */
  readonly device!: string;
  readonly startedAt!: string;
  readonly seenAt!: string;
  readonly current!: boolean;
}

/** One clinic and role the same person may work in. */
export class MembershipView {
  readonly clinicId!: string;
  readonly staffId!: string;
  readonly clinicName!: string;
  readonly role!: string;
  readonly current!: boolean;
}

/** A member of staff's own account: nothing in it opens anything. */
export class OwnAccountView {
  readonly email!: string;
  readonly recoveryCodesLeft!: number;
  /** From this count on, new codes should be made. */
  readonly recoveryCodesLow!: number;
  readonly sessions!: OwnSessionView[];
  readonly memberships!: MembershipView[];
}
