import { isLocalDate, type LocalDate } from '../../shared/local-date.js';
import type { ActorRole, DisclosureEvent } from '../events.js';
import { guards } from '../guards.js';
import { nextState } from '../next-state.js';
import type { UnmetGuard } from '../refusal.js';
import type { DisclosureSnapshot } from '../snapshot.js';

/** The impact letter is the partner's; the restitution letter answers it and is the recovering person's. */
export const letterKinds = ['impact', 'restitution'] as const;
export type LetterKind = (typeof letterKinds)[number];

type LetterStep = Readonly<{ event: DisclosureEvent; by: ActorRole }>;

const deliveries: Readonly<Record<LetterKind, LetterStep>> = {
  impact: { event: 'deliver_impact', by: 'LEAD' },
  restitution: { event: 'deliver_restitution', by: 'LEAD' },
};

/** In aftercare the restitution letter opens by an opt-out, later by the impact letter that was read. */
function openingOf(kind: LetterKind, { state }: DisclosureSnapshot): LetterStep {
  if (kind === 'impact') return { event: 'open_impact', by: 'T_BP' };
  return state === 'AFTERCARE'
    ? { event: 'impact_opt_out', by: 'T_BP' }
    : { event: 'open_restitution', by: 'T_RP' };
}

/**
 * What is missing before work on a letter may open (FTD-53, clinical brief 1.10): the gaps of the process table,
 * whoever asks. Empty: it may. Asked too early, the first gap is `state_reached` and the steps on the way follow.
 */
export function letterOpeningGaps(
  kind: LetterKind,
  snapshot: DisclosureSnapshot,
  now: Date,
): readonly UnmetGuard[] {
  return gapsOf(openingOf(kind, snapshot), snapshot, now);
}

/** What is missing before a letter may be read aloud on the day of `now`, from the same table (FTD-53). */
export function letterDeliveryGaps(
  kind: LetterKind,
  snapshot: DisclosureSnapshot,
  now: Date,
): readonly UnmetGuard[] {
  return gapsOf(deliveries[kind], snapshot, now);
}

function gapsOf({ event, by }: LetterStep, snapshot: DisclosureSnapshot, now: Date): readonly UnmetGuard[] {
  const asked = nextState(snapshot, { event }, { id: by, roles: [by] }, now);
  return asked.ok ? [] : asked.refusal.unmet;
}

const beforeAnySession = new Date(0);

/**
 * The first local day on which a letter may be read aloud; null while what it counts from has not been (FTD-53).
 * Asked long before that day, the guard of the delivery names it.
 */
export function letterEarliest(kind: LetterKind, snapshot: DisclosureSnapshot): LocalDate | null {
  const guard = guards[kind === 'impact' ? 'impact_earliest' : 'restitution_earliest'];
  const { event, by } = deliveries[kind];
  const actor = { id: by, roles: [by] };
  const [gap] = guard({ snapshot, request: { event }, actor, now: beforeAnySession });
  const earliest = gap?.evidence?.['earliest'];
  return typeof earliest === 'string' && isLocalDate(earliest) ? earliest : null;
}
