/** A way back into an account: the link went to its own address, the code is told by whoever opened it. */
export class WayBackView {
  readonly id!: string;
  /** `second_person`: another administrator or owner has to agree. */
  readonly state!: 'second_person' | 'open' | 'locked';
  readonly expiresAt!: string;
  /** Whether the viewer may be the second person. */
  readonly mayAgree!: boolean;
}

/** Shown once to whoever opened it; the code is null until a second person agreed, who is then the one to see it. */
export class OpenedWayBackView {
  readonly id!: string;
  readonly code!: string | null;
  readonly expiresAt!: string;
}

/** What somebody who comes back sees before choosing a password: the address, and the seed of the new authenticator. */
export class ReturnView {
  readonly name!: string;
  readonly email!: string;
  readonly authenticator!: { readonly secret: string; readonly address: string };
}

/** A member of staff as an administrator sees them. Nothing here opens an account. */
export class StaffMemberView {
  readonly id!: string;
  readonly name!: string;
  readonly credentials!: string;
  readonly role!: string;
  readonly active!: boolean;
  /** Devices that are signed in now. */
  readonly sessions!: number;
  readonly you!: boolean;
  /** False where the asker may not change this person: an owner seen by an admin, the last owner, oneself. */
  readonly changeable!: boolean;
  /** A way back into the account that stands; null where there is none. */
  readonly wayBack!: WayBackView | null;
}

/** An invitation that is still open. Link and code were shown once and cannot be read again. */
export class OpenStaffInvitationView {
  readonly id!: string;
  readonly name!: string;
  readonly role!: string;
  readonly expiresAt!: string;
  /** True after five wrong codes. */
  readonly locked!: boolean;
}

/** Everybody who works here or did, and who was invited. */
export class StaffListView {
  readonly members!: StaffMemberView[];
  readonly invitations!: OpenStaffInvitationView[];
}

/** Shown once to whoever invites: the link goes by mail or message, the code by voice. */
export class NewStaffInvitationView {
  readonly id!: string;
  readonly link!: string;
  readonly code!: string;
  readonly expiresAt!: string;
}

/** What an invited colleague sees before joining. */
export class JoinView {
  readonly name!: string;
  readonly email!: string;
  readonly role!: string;
  readonly clinicName!: string;
  /** The seed of the new authenticator; null for somebody who has an account and keeps its authenticator. */
  readonly authenticator!: { readonly secret: string; readonly address: string } | null;
}
