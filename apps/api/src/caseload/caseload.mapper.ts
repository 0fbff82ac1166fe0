import type { CaseloadRowView } from '@trellis/contracts';
import {
  asLocalDate,
  localDateOf,
  stateForAdmin,
  disclosureStates,
  weekOf,
  type DisclosureState,
} from '@trellis/domain';
import type { CaseloadCouple } from './caseload.repository.js';
import { sparklinesOf } from './sparklines.js';

/** One row of the caseload. An admin gets no composites and reads every pause alike. */
export function caseloadRowView(couple: CaseloadCouple, now: Date, forAdmin: boolean): CaseloadRowView {
  return {
    id: couple.id,
    name: couple.name,
    people: couple.people.map(({ id, name, side, enrolled }) => ({ id, name, side, enrolled })),
    stage: couple.stage,
    weekInStage: weekOf(asLocalDate(couple.stageSince), localDateOf(now, couple.timeZone)),
    status: couple.status,
    disclosureState: shownDisclosureState(couple.disclosureState, forAdmin),
    sparklines: forAdmin ? [] : sparklinesOf(couple.readings, couple.measured),
    mySides: [...couple.mySides],
  };
}

/** The state as stored, NOT_STARTED without a process. @throws Error for a state that the process does not know. */
export function shownDisclosureState(stored: string | null, forAdmin: boolean): string {
  const state = disclosureStateOf(stored);
  return forAdmin ? stateForAdmin(state) : state;
}

function disclosureStateOf(stored: string | null): DisclosureState {
  const known = disclosureStates.find((state) => state === (stored ?? 'NOT_STARTED'));
  if (known === undefined) throw new Error('a disclosure is in a state that does not exist');
  return known;
}
