/** What the next step of a staff sign-in is. */
export class SignInStepView {
  readonly step!: 'second_factor' | 'signed_in';
}

/** The signed-in member of staff. `csrfToken` goes back as the X-XSRF-TOKEN header of every write. */
export class StaffSessionView {
  readonly staff!: {
    readonly id: string;
    readonly name: string;
    readonly credentials: string;
    readonly role: string;
  };
  readonly clinic!: { readonly id: string; readonly name: string; readonly timeZone: string };
  readonly permissions!: string[];
  readonly csrfToken!: string;
  /** Seconds without activity before the session locks. */
  readonly idleSeconds!: number;
  readonly endsAt!: string;
  /** Until when sensitive acts need no new code; null when one is needed now. */
  readonly stepUpUntil!: string | null;
  /** True when so few recovery codes are left that new ones should be made. */
  readonly recoveryCodesLow!: boolean;
}

/** The signed-in person of a couple. Says nothing of the other person but the name to write in reader strips. */
export class PersonSessionView {
  /**
   * `pin`: a device that opens with a PIN, good for one's own homework and past entries only. `adding`: a second device
   * that may make a passkey and nothing else.
   */
  readonly level!: 'enrolment' | 'adding' | 'pin' | 'full';
  readonly person!: {
    readonly id: string;
    readonly name: string;
    readonly side: 'RP' | 'BP';
    readonly language: 'en' | 'es';
  };
  readonly partnerName!: string;
  /** The person's own therapist, who reads what is shared with "my therapist". */
  readonly therapistName!: string;
  readonly clinic!: { readonly name: string; readonly timeZone: string; readonly phone: string };
  readonly csrfToken!: string;
  /** Seconds without activity before the session locks; with level `pin`, before the PIN is asked for again. */
  readonly idleSeconds!: number;
  readonly endsAt!: string;
}

/** How this browser can be opened. Says nothing of whose it is. */
export class DeviceView {
  /** True when the device was set up with a PIN that still opens it. */
  readonly pin!: boolean;
}

/** The key of what this person keeps on this device, 32 bytes in base64; null where somebody else uses it too. */
export class DeviceKeyView {
  readonly key!: string | null;
}

/** Demo sign-ins; the route exists only while the demo clinic is served, never in production. */
export class DemoSignInView {
  readonly staff!: {
    readonly name: string;
    readonly role: string;
    readonly email: string;
    readonly password: string;
    readonly code: string;
  }[];
  readonly people!: {
    /** The couple's name in the caseload. */
    readonly couple: string;
    readonly name: string;
    readonly side: 'RP' | 'BP';
    readonly signInName: string;
    readonly passphrase: string;
  }[];
  readonly homeworkAddress!: string;
  /** What the clinical clock shows; the demo can be moved ahead to see windows open. */
  readonly clinicalTime!: string;
}
