import {
  limitsFrom,
  localDateOf,
  marksFor,
  turbulenceWindows,
  worksWith,
  type EventMark,
  type LocalDate,
} from '@trellis/domain';
import type { ChartMarkView, TurbulenceView } from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import type { CoupleFacts } from './predictors.repository.js';

/** What stands on the time axis of all five charts. */
export interface ChartEvents {
  readonly marks: ChartMarkView[];
  readonly turbulence: TurbulenceView[];
}

/**
 * Marks of what took place up to `now`, oldest first, and the times in which alerts are held (PRED-43, ALERT-13). The
 * facts hold no slip that the partner does not know of. Sessions are those of the asker's sides, as in the calendar.
 */
export function chartEvents(
  { timeZone, mySides }: Pick<CaseGrant, 'timeZone' | 'mySides'>,
  facts: CoupleFacts,
  now: Date,
): ChartEvents {
  const today = localDateOf(now, timeZone);
  const dayOf = (at: string): LocalDate => localDateOf(new Date(at), timeZone);
  const slips = facts.slips.flatMap(({ at, partner, partnerAt }) =>
    partnerAt === null ? [] : [{ on: dayOf(at), told: partner === 'told', knownOn: dayOf(partnerAt) }],
  );
  const disclosures = [...facts.acts.disclosuresOn].filter((on) => on <= today).sort();
  const letters = facts.letters.map(dayOf).filter((on) => on <= today);
  const all: EventMark[] = [
    ...facts.sessions
      .filter(
        ({ side, places, on }) =>
          on <= today && worksWith(mySides, side) && Object.values(places).includes('attended'),
      )
      .map(({ on }) => ({ kind: 'session' as const, on })),
    ...slips.map(({ on, knownOn }) => ({ kind: 'slip' as const, on, toldOn: knownOn })),
    ...disclosures.map((on) => ({ kind: 'disclosure' as const, on })),
    ...letters.map((on) => ({ kind: 'letter' as const, on })),
  ];
  const told = slips.flatMap((slip) => (slip.told && slip.knownOn <= today ? [slip.knownOn] : []));
  const windows = turbulenceWindows(
    {
      slips: told.map((toldOn) => ({ at: now, loggedAt: now, agreedHours: null, toldOn, outcomeAt: now })),
      events: { disclosureOn: disclosures.at(-1) ?? null, lettersOn: letters, triggerDates: [] },
    },
    limitsFrom(facts.limits ?? {}),
  );
  return {
    marks: marksFor('JOINT', all, today).map(({ kind, on }) => ({ kind, on })),
    turbulence: windows.map(({ cause, from, through }) => ({ cause, from, through })),
  };
}
