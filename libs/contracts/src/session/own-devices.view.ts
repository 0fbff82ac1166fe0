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
}
