import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@trellis/domain';
import type { SessionLevel } from '../platform/session/live-session.js';

/** Who may call a handler. Every handler says it; boot fails when one does not. */
export type AccessRule =
  | { readonly kind: 'allow'; readonly permission: Permission }
  | { readonly kind: 'staff'; readonly level: 'password' | 'full' }
  | { readonly kind: 'invited'; readonly level: SessionLevel | 'any' }
  | { readonly kind: 'public' };

export const ACCESS_RULE = 'trellis:access-rule';
export const STEP_UP = 'trellis:step-up';

/** Staff with the permission and a second factor. */
export const Allow = (permission: Permission): MethodDecorator =>
  SetMetadata(ACCESS_RULE, { kind: 'allow', permission } satisfies AccessRule);

/** Any member of staff over their own session; level `password` is the one step before the second factor. */
export const AllowStaff = (level: 'password' | 'full' = 'full'): MethodDecorator =>
  SetMetadata(ACCESS_RULE, { kind: 'staff', level } satisfies AccessRule);

/** A person of a couple: signed in, or (level `enrolment`) with an opened invitation and nothing else, or either. */
export const ForInvited = (level: 'full' | 'enrolment' | 'any' = 'full'): MethodDecorator =>
  SetMetadata(ACCESS_RULE, { kind: 'invited', level } satisfies AccessRule);

/** Nobody has to be signed in. A word one must write. */
export const Public = (): MethodDecorator =>
  SetMetadata(ACCESS_RULE, { kind: 'public' } satisfies AccessRule);

/** The act needs a second factor given within the last five minutes. */
export const StepUp = (): MethodDecorator => SetMetadata(STEP_UP, true);
