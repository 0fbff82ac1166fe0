import {
  isWithin,
  jointWorkIn,
  latenessOf,
  type BehaviourRecords,
  type CountFrame,
  type LocalDate,
  type SharedOccurrence,
  type Track,
} from '@trellis/domain';
import type { ActDay, ActFacts, SharedFact } from './act-facts.js';

type ActRecords = Omit<BehaviourRecords, 'occurrences' | 'slips' | 'sessions'>;

/** What is left when people hide their measurements: nothing of theirs, nor of what only both together show. */
export function actsOf(acts: ActFacts, consented: readonly Track[]): ActFacts {
  const both = consented.length === 2;
  const shown = ({ side }: { readonly side: Track }): boolean => consented.includes(side);
  return {
    ...acts,
    shared: both ? acts.shared : [],
    dialogues: both ? acts.dialogues : [],
    days: acts.days.filter(shown),
    asked: acts.asked.filter(shown),
    enrolled: acts.enrolled.filter((side) => consented.includes(side)),
  };
}

/**
 * Acts as the counters take them. Whoever was asked in no exercise of the frame about people around them has no weeks
 * to be counted; `updatesAgreed` is whether updates were agreed on, or given, in the frame.
 */
export function actRecordsIn(
  frame: CountFrame,
  acts: ActFacts,
  now: Date,
): ActRecords & { readonly updatesAgreed: boolean } {
  const daysOf = (kind: ActDay['kind']): LocalDate[] =>
    acts.days.flatMap((day) => (day.kind === kind ? [day.on] : []));
  const updatesOn = daysOf('update');
  return {
    shared: acts.shared.flatMap((one) => sharedAt(one, now)),
    dialogues: acts.dialogues.map(({ on, felt }) => ({ on, partnerFeltHeard: felt })),
    updatesOn,
    plannedOn: daysOf('plan'),
    activeOn: daysOf('activity'),
    contacts: acts.days.flatMap(({ kind, side, on }) => (kind === 'contact' ? [{ who: side, on }] : [])),
    people: acts.enrolled.filter((person) =>
      acts.asked.some(({ side, on }) => side === person && isWithin(frame, on)),
    ),
    jointWork: jointWorkIn(
      { ...frame, asOf: frame.asOf < now ? frame.asOf : now },
      acts.disclosuresOn,
      acts.holds.map(({ from, to }) => ({ from: new Date(from), to: to === null ? null : new Date(to) })),
    ),
    // Standing back is said exercise by exercise, by putting it aside.
    partnerOptedOut: false,
    updatesAgreed:
      updatesOn.some((day) => isWithin(frame, day)) ||
      acts.agreements.some(({ from, to }) => from <= frame.to && (to === null || to >= frame.from)),
  };
}

/** One that is not yet due was not expected so far; one that the partner put aside was not opted into. */
function sharedAt(fact: SharedFact, now: Date): SharedOccurrence[] {
  const dueAt = new Date(fact.dueAt);
  const half = (at: string | null, aside: boolean): SharedOccurrence['halves']['RP'] =>
    aside ? 'skipped' : latenessOf(at === null ? null : new Date(at), dueAt, now);
  const missing = (fact.rpAt === null && !fact.rpAside) || (fact.bpAt === null && !fact.bpAside);
  if (missing && dueAt > now) return [];
  const halves = { RP: half(fact.rpAt, fact.rpAside), BP: half(fact.bpAt, fact.bpAside) };
  return [{ code: fact.code, on: fact.on, partnerOptedIn: !fact.bpAside, halves }];
}
