import { asLocalDate, type Gate, type TalksHeld } from '@trellis/domain';
import { gateTerms, type GatesStanding } from './gate-standing.service.js';
import { recorded } from './gate-facts.js';
import type { FactsOnRecord } from './gate-facts.repository.js';

/** When a therapist last put a talk alone with each person on record, for lifting a pause. */
export function talksHeld(found: FactsOnRecord): TalksHeld {
  const of = (side: 'RP' | 'BP'): Date | null => {
    const moments = recorded(found, 'pause_talk', side).map(({ at }) => new Date(at).getTime());
    return moments.length === 0 ? null : new Date(Math.max(...moments));
  };
  return { RP: of('RP'), BP: of('BP') };
}

/** Gate 2 to 3 as the rule of the pause asks for it; null where none is open. */
export function gateOf({ gates }: GatesStanding): Gate | null {
  const row = gates.find(({ to }) => to === 3)?.row ?? null;
  if (row === null) return null;
  return {
    ...{
      from: 2,
      to: 3,
      criteria: [],
      requiredSigners: [],
      signedBy: [],
      validDays: gateTerms.validDaysStage3,
    },
    ...{ decision: 'open', decidedAt: row.opened_at, reason: null, reviewDate: asLocalDate(row.review_on) },
  };
}
