import type { Track } from '../access/roles.js';
import type { LocalDate } from '../shared/local-date.js';
import { localDateOf } from '../shared/zoned-time.js';
import {
  contraindications,
  findingBlocks,
  type Contraindication,
  type ContraindicationEffect,
  type ContraindicationId,
  type FindingBlock,
} from './contraindications.js';
import type { ActorRole, DisclosureEvent, HoldReason } from './events.js';
import { judgementOf, latestAssessment } from './finding.js';
import { bothTracks, ownTherapist } from './guard.js';
import type { DisclosureSnapshot } from './snapshot.js';
import { isOnReadiness, isTerminal, type DisclosureState } from './states.js';

/** A step that a finding asks for: by the system itself where it may take it, else by a therapist at once. */
export type FindingAsk = Readonly<{
  event: DisclosureEvent;
  by: readonly ActorRole[];
  contraindication: ContraindicationId;
  /** The person in whom it was found. The reason lies in this compartment and stays there. */
  side: Track;
  reasonClass: HoldReason | null;
  /** The local day from which the clock of days without a slip runs again. */
  clockFrom: LocalDate | null;
}>;

/** What is held back, or asked for, until it is dealt with. */
export type FindingNeed = Readonly<{
  kind: FindingBlock;
  contraindication: ContraindicationId;
  side: Track;
  actors: readonly ActorRole[];
}>;

export type AssessmentEffects = Readonly<{ asks: readonly FindingAsk[]; needs: readonly FindingNeed[] }>;

type Found = Readonly<{ about: Contraindication; side: Track; on: LocalDate }>;

/**
 * What present contraindications bring about in the current state (FTD-15): the steps to ask for, each with the class
 * of its reason and the side on which it stays, and what is blocked or needed meanwhile. Only findings count here; what
 * was not judged is refused by the guards.
 */
export function effectsOfAssessments(snapshot: DisclosureSnapshot, now: Date): AssessmentEffects {
  const found = bothTracks.flatMap((side) =>
    contraindications.flatMap((about): Found[] => {
      const present = judgementOf(snapshot, side, about.id, now) === 'present';
      const latest = present ? latestAssessment(snapshot, side, about.id, now) : null;
      return latest ? [{ about, side, on: latest.on }] : [];
    }),
  );
  const today = localDateOf(now, snapshot.zone);
  return {
    asks: found.flatMap((finding) =>
      finding.about.effects.flatMap((effect) => askOf(effect, finding, snapshot.state, today)),
    ),
    needs: found.flatMap(({ about, side }) =>
      about.effects.flatMap(({ kind }): FindingNeed[] => {
        const block = findingBlocks.find((known) => known === kind);
        return block ? [{ kind: block, contraindication: about.id, side, actors: [ownTherapist[side]] }] : [];
      }),
    ),
  };
}

const mayDecline: readonly DisclosureState[] = ['CONSIDERING', 'SCREENING', 'PREPARING'];

function askOf(
  effect: ContraindicationEffect,
  { about, side, on }: Found,
  state: DisclosureState,
  today: LocalDate,
): FindingAsk[] {
  const ask = { contraindication: about.id, side, reasonClass: null, clockFrom: null };
  if (isTerminal(state)) return [];
  switch (effect.kind) {
    case 'hold':
      if (state === 'ON_HOLD') return [];
      return [{ ...ask, event: 'hold', by: ['SYSTEM'], reasonClass: effect.reason }];
    case 'postpone_today':
      if (state !== 'DAY_OF_CHECK' || on !== today) return [];
      return [{ ...ask, event: 'no_go_postpone', by: [ownTherapist[side]], reasonClass: 'clinical_risk' }];
    case 'back_to_preparing':
      if (!isOnReadiness(state)) return [];
      return [{ ...ask, event: 'slip_logged', by: ['SYSTEM'], clockFrom: on }];
    case 'decline':
      if (state === 'NOT_STARTED') return [];
      return mayDecline.includes(state)
        ? [{ ...ask, event: 'decline', by: [ownTherapist[side]] }]
        : [{ ...ask, event: 'stop', by: ['LEAD'] }];
    default:
      return [];
  }
}
