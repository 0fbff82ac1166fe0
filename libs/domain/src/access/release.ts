import { hourMs } from '../shared/durations.js';
import type { PersonId, StaffId } from '../shared/ids.js';
import { ok, refuse, type Result } from '../shared/result.js';
import type { Release } from './can-see.js';

/** Hours between asking and the author's own second yes, for sensitive kinds: clinic setting, 12 to 72. */
export const coolingOff = { key: 'sharing.cooling_off_hours', standard: 12, from: 12, to: 72 } as const;

/** Whom the author wants to give it to. */
export type Recipients = Readonly<{ people: readonly PersonId[]; staff: readonly StaffId[] }>;

/**
 * The release of one revision. A question list, a map or a letter is sensitive. `held` means that the author said
 * "I am being pressured": the release goes no further until their therapist has talked with them.
 */
export type ReleaseRecord = Readonly<{
  revision: number;
  sensitive: boolean;
  state: Release['state'];
  recipients: Recipients;
  askedAt: Date | null;
  confirmedAt: Date | null;
  approvedBy: StaffId | null;
  held: boolean;
  releasedAt: Date | null;
  revokedAt: Date | null;
  /** When a recipient first opened it. */
  firstReadAt: Date | null;
}>;

/** A new revision that nobody was given. */
export function newRelease(revision: number, sensitive: boolean): ReleaseRecord {
  return {
    revision,
    sensitive,
    state: 'draft',
    recipients: { people: [], staff: [] },
    askedAt: null,
    confirmedAt: null,
    approvedBy: null,
    held: false,
    releasedAt: null,
    revokedAt: null,
    firstReadAt: null,
  };
}

/** Who acts. `ownSide` is true for a therapist who is assigned on the author's side. */
export type ReleaseActor = Readonly<
  { kind: 'author' } | { kind: 'therapist'; staffId: StaffId; ownSide: boolean } | { kind: 'other' }
>;
export type ReleaseAct = Readonly<
  | { kind: 'ask'; recipients: Recipients; pressured: boolean }
  /** The author's second yes, alone, once the time for thought is over. */
  | { kind: 'confirm' }
  | { kind: 'approve' }
  /** The therapist has talked with the author, who still wants it. */
  | { kind: 'lift_hold' }
  | { kind: 'revoke' }
  | { kind: 'edit' }
>;
export type ReleaseRefusal =
  'not_yours' | 'frozen' | 'wrong_state' | 'nobody_named' | 'cooling_off' | 'not_sensitive';

/** What holds at the moment of the act. `frozen`: the couple separates, and nothing travels any more. */
export type ReleaseMoment = Readonly<{ now: Date; frozen: boolean; coolingOffHours: number }>;

type Step = (record: ReleaseRecord, act: ReleaseAct, actor: ReleaseActor, moment: ReleaseMoment) => Outcome;
type Outcome = Result<ReleaseRecord, ReleaseRefusal>;

const ask: Step = (record, act, _actor, { now }) => {
  if (act.kind !== 'ask' || record.state !== 'draft') return refuse('wrong_state');
  const { recipients, pressured } = act;
  if (recipients.people.length + recipients.staff.length === 0) return refuse('nobody_named');
  return ok({ ...record, state: 'ready', recipients, askedAt: now, held: pressured });
};

const confirm: Step = (record, _act, _actor, { now, coolingOffHours }) => {
  if (record.state !== 'ready' || record.askedAt === null || record.confirmedAt !== null) {
    return refuse('wrong_state');
  }
  if (!record.sensitive) return refuse('not_sensitive');
  if (now.getTime() - record.askedAt.getTime() < coolingOffHours * hourMs) return refuse('cooling_off');
  return ok({ ...record, confirmedAt: now });
};

const approve: Step = (record, _act, actor) => {
  if (record.state !== 'ready' || actor.kind !== 'therapist') return refuse('wrong_state');
  return ok({ ...record, approvedBy: actor.staffId });
};

/** Also for one that was released: a separation holds those too, and a reunion alone sends nothing out again. */
const liftHold: Step = (record) =>
  (record.state === 'ready' || record.state === 'released') && record.held
    ? ok({ ...record, held: false })
    : refuse('wrong_state');

const revoke: Step = (record, _act, _actor, { now }) =>
  record.state === 'ready' || record.state === 'released'
    ? ok({ ...record, state: 'revoked', revokedAt: now })
    : refuse('wrong_state');

const edit: Step = (record) => ok(newRelease(record.revision + 1, record.sensitive));

const steps: Readonly<Record<ReleaseAct['kind'], Step>> = {
  ask,
  confirm,
  approve,
  lift_hold: liftHold,
  revoke,
  edit,
};

/** Acts of the author alone; the others are for the therapist of the author's side (HW-34). */
const authors: readonly ReleaseAct['kind'][] = ['ask', 'confirm', 'revoke', 'edit'];
/** Acts that stay possible while everything is frozen: they only take back. */
const neverFrozen: readonly ReleaseAct['kind'][] = ['revoke', 'edit'];

/**
 * The release after an act, or why it may not be (HW-34 to HW-37). A therapist approves and never releases; an
 * author releases and never approves. It becomes released by itself, with the act that was the last one missing.
 */
export function nextRelease(
  record: ReleaseRecord,
  act: ReleaseAct,
  actor: ReleaseActor,
  moment: ReleaseMoment,
): Outcome {
  if (!mayAct(act, actor)) return refuse('not_yours');
  if (moment.frozen && !neverFrozen.includes(act.kind)) return refuse('frozen');
  const result = steps[act.kind](record, act, actor, moment);
  return result.ok ? ok(completed(result.value, moment.now)) : result;
}

function mayAct(act: ReleaseAct, actor: ReleaseActor): boolean {
  if (authors.includes(act.kind)) return actor.kind === 'author';
  return actor.kind === 'therapist' && actor.ownSide;
}

function completed(record: ReleaseRecord, now: Date): ReleaseRecord {
  if (record.held || !isComplete(record)) return record;
  return { ...record, state: 'released', releasedAt: now };
}

/** Everything but the hold: the second yes where it is sensitive, the approval where it goes to the partner. */
function isComplete({ state, sensitive, confirmedAt, recipients, approvedBy }: ReleaseRecord): boolean {
  return (
    state === 'ready' &&
    (!sensitive || confirmedAt !== null) &&
    (recipients.people.length === 0 || approvedBy !== null)
  );
}

/** From when on the author can give the second yes; null where none is asked for, or it was given (HW-35). */
export function confirmableFrom(record: ReleaseRecord, coolingOffHours: number): Date | null {
  const { sensitive, state, askedAt, confirmedAt } = record;
  if (!sensitive || state !== 'ready' || askedAt === null || confirmedAt !== null) return null;
  return new Date(askedAt.getTime() + coolingOffHours * hourMs);
}

/**
 * The release in the form that `canSee` asks for. A frozen or held one is not live, whatever it says (HW-36, HW-37).
 */
export function asLiveRelease(record: ReleaseRecord, frozen: boolean): Release {
  const { revision, recipients, approvedBy } = record;
  const state = record.state === 'released' && (frozen || record.held) ? 'ready' : record.state;
  return { state, revision, approvedByTherapist: approvedBy !== null, ...recipients };
}

/** What the author's screen shows: exactly what it would show without the hold (HW-36). */
export function stateShownToAuthor(record: ReleaseRecord): Release['state'] {
  return isComplete(record) ? 'released' : record.state;
}
