/** Shown once to the therapist: the link goes by mail or message, the code by voice. Neither can be shown again. */
export class NewInvitationView {
  readonly id!: string;
  readonly link!: string;
  readonly code!: string;
  readonly expiresAt!: string;
}

/** What a person sees while enrolling. */
export class EnrolmentView {
  readonly name!: string;
  readonly side!: 'RP' | 'BP';
  readonly invitedBy!: string;
  readonly clinicName!: string;
  readonly clinicPhone!: string;
  readonly partnerName!: string;
  readonly therapistName!: string;
  /** The couple's rule about what a therapist keeps to herself; the consent `secrets_policy` is to this one. */
  readonly secretsPolicy!: 'NO_SECRETS' | 'LIMITED' | 'INDIVIDUAL_CONFIDENTIAL';
  /** Consents that must be given to go on, and those that may be left out. */
  readonly consents!: { readonly kind: string; readonly version: string; readonly required: boolean }[];
}

/** The sign-in name is shown once at the end of an enrolment with a passphrase, to be written down; else null. */
export class EnrolledView {
  readonly signInName!: string | null;
}

/** Whether the person's consent to measurement stands, and since when. */
export class MeasurementConsentView {
  readonly given!: boolean;
  readonly since!: string | null;
}
