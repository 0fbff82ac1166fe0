import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@trellis/domain';

/**
 * What a person of a couple must have proved: `full` a passkey or passphrase, `pin` that or a device with its PIN,
 * `enrolment` an opened invitation and nothing else, `adding` the code of another device of theirs and nothing else,
 * `any` one of these.
 */
export type InvitedLevel = 'full' | 'pin' | 'enrolment' | 'adding' | 'any';

/** Who may call a handler. Every handler says it; boot fails when one does not. */
export type AccessRule =
  | { readonly kind: 'allow'; readonly permission: Permission }
  | { readonly kind: 'staff'; readonly level: 'password' | 'full' }
  | { readonly kind: 'invited'; readonly level: InvitedLevel }
  | { readonly kind: 'public' };

export const ACCESS_RULE = 'trellis:access-rule';
export const STEP_UP = 'trellis:step-up';

/** Staff with the permission and a second factor. */
export const Allow = (permission: Permission): MethodDecorator =>
  SetMetadata(ACCESS_RULE, { kind: 'allow', permission } satisfies AccessRule);

/** Any member of staff over their own session; level `password` is the one step before the second factor. */
export const AllowStaff = (level: 'password' | 'full' = 'full'): MethodDecorator =>
  SetMetadata(ACCESS_RULE, { kind: 'staff', level } satisfies AccessRule);

/**
 * A person of a couple. Level `pin` is for one's own homework and past entries alone; whatever releases, shows what
 * the partner released, downloads, or changes consents or the account stays at `full`.
 */
export const ForInvited = (level: InvitedLevel = 'full'): MethodDecorator =>
  SetMetadata(ACCESS_RULE, { kind: 'invited', level } satisfies AccessRule);

/** Nobody has to be signed in. A word one must write. */
export const Public = (): MethodDecorator =>
  SetMetadata(ACCESS_RULE, { kind: 'public' } satisfies AccessRule);

/** The act needs a second factor given within the last five minutes. */
export const StepUp = (): MethodDecorator => SetMetadata(STEP_UP, true);
