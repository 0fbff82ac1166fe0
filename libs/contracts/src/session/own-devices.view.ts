/**
 * One browser in which a person of a couple is signed in. It has days and no hours, and says of no place where it is:
 * enough to recognise one's own, and nothing to follow anybody by. `ref` names it and opens nothing.
 */
export class SignedInDeviceView {
  readonly ref!: string;
  /** Browser and system as far as the browser tells, such as "Firefox, Android"; '' when unknown. */
  readonly device!: string;
  /** Days of the clinic's calendar, YYYY-MM-DD. */
  readonly since!: string;
  readonly lastUsed!: string;
  readonly current!: boolean;
}

/** One way in, with the days of the clinic's calendar on which it began and was last used. */
export class WayInView {
  readonly id!: string;
  readonly kind!: 'passphrase' | 'passkey' | 'pin';
  readonly since!: string;
  /** Null where it is not known. */
  readonly lastUsed!: string | null;
  /** True for the PIN of the browser that asks. */
  readonly here!: boolean;
}

/** Where a person is signed in, and by what they come in; never anything of the partner. */
export class OwnDevicesView {
  readonly sessions!: SignedInDeviceView[];
  readonly ways!: WayInView[];
  /** The person said that somebody else uses their phone or browser too. */
  readonly shared!: boolean;
}

/** A way in of one's own for a device with a PIN: whether it is to be brought up now. */
export class StrongerWayView {
  readonly show!: boolean;
  /** Until when "not now" puts it away: twice for a week, then for a day. */
  readonly putOffFor!: 'week' | 'day';
  /** The person asked their therapist for a new link already. */
  readonly linkWanted!: boolean;
}

/** Shown once, on the device that is signed in. Within ten minutes another device may make one passkey with it. */
export class DeviceLinkView {
  readonly code!: string;
  readonly expiresAt!: string;
}
