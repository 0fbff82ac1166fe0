import type { Couple, Facts, Side } from '../facts.js';
import { sidesOf } from '../oracle.js';
import type { Asker } from './asker.js';

/** A row as it stands, read by the superuser. */
export type Row = Readonly<Record<string, unknown>>;
export type Verb = 'see' | 'add' | 'change' | 'remove';
export type Rule = (asker: Asker, row: Row, facts: Facts) => boolean;
/** Rules by verb; a verb that is not named is open to nobody. */
export type Rules = Readonly<Partial<Record<Verb, Rule>>>;

// The relations in which an asker may stand to a row. The clinic of the row is asked before any of them.

export const nobody: Rule = () => false;
export const all: Rule = () => true;
export const admin: Rule = ({ role }) => role === 'clinic_admin' || role === 'owner';
export const therapist: Rule = ({ role }) => role === 'therapist';
export const system: Rule = ({ role }) => role === 'system';
export const either =
  (...rules: readonly Rule[]): Rule =>
  (...asked) =>
    rules.some((rule) => rule(...asked));
export const both =
  (...rules: readonly Rule[]): Rule =>
  (...asked) =>
    rules.every((rule) => rule(...asked));
export const self =
  (column: string): Rule =>
  ({ id }, row) =>
    row[column] === id;

function coupleIn(facts: Facts, row: Row, column: string): Couple | undefined {
  const person = facts.people.get(String(row['person_id'] ?? row['id']));
  return facts.couples.get(String(row[column])) ?? facts.couples.get(person?.coupleId ?? '');
}

/** A therapist with an active assignment on the couple of the row. */
export const team =
  (column = 'couple_id'): Rule =>
  ({ who }, row, facts) => {
    const couple = coupleIn(facts, row, column);
    return couple !== undefined && who?.kind === 'staff' && sidesOf(who, couple).length > 0;
  };
/** One of the two people of the couple of the row. */
export const ownCouple =
  (column = 'couple_id'): Rule =>
  ({ who }, row, facts) =>
    who?.kind === 'person' && coupleIn(facts, row, column)?.id === who.coupleId;
/** A therapist of the side that the row belongs to; joint rows are open to every active therapist where `joint`. */
export const sideOf =
  (column: 'compartment' | 'side', joint: boolean): Rule =>
  ({ who }, row, facts) => {
    const couple = coupleIn(facts, row, 'couple_id');
    if (couple === undefined || who?.kind !== 'staff') return false;
    const side = row[column] as Side;
    const held = sidesOf(who, couple);
    return side === 'JOINT' ? joint && held.length > 0 : held.includes(side);
  };
export const ownSide: Rule = ({ who }, row) =>
  who?.kind === 'person' && who.side === row['compartment'] && who.coupleId === row['couple_id'];
export const notP0: Rule = (_, row) => row['privacy'] !== 'P0';
export const measured: Rule = (_, row, facts) =>
  row['source'] === 'T' || facts.people.get(String(row['rater_id']))?.measured === true;
export const rates: Rule = ({ who }, row) =>
  who?.kind === 'staff'
    ? row['source'] === 'T'
    : who !== null && row['source'] === (who.side === 'RP' ? 'R' : 'B') && row['couple_id'] === who.coupleId;
export const noOwner: Rule = ({ role }, row) => row['role'] !== 'owner' || role === 'owner';
export const uncared: Rule = (_, row, facts) => coupleIn(facts, row, 'couple_id')?.team.length === 0;
export const manages = both(admin, noOwner);
export const scheduled: Rule = both(admin, (_, row) => row['event'] === 'schedule');

/** The therapist who leads the couple's care. */
export const leads: Rule = ({ who }, row, facts) =>
  who?.kind === 'staff' &&
  who.role === 'therapist' &&
  coupleIn(facts, row, 'couple_id')?.team.some(
    (one) => one.active && one.lead === true && one.staffId === who.id,
  ) === true;
/** A live emergency reading of the couple. */
export const emergency =
  (column = 'couple_id'): Rule =>
  ({ who }, row, facts) => {
    const couple = coupleIn(facts, row, column);
    return facts.emergencies.some((one) => one.staffId === who?.id && one.coupleId === couple?.id);
  };
export const given: Rule = ({ id }, row, facts) => facts.given.get(String(row['id']))?.includes(id) === true;
/** Staff whom a live release of an answer to this exercise names. */
export const givenTask: Rule = ({ who, id }, row, facts) =>
  who?.kind === 'staff' && facts.given.get(`task ${String(row['id'])}`)?.includes(id) === true;
export const ownNoteKey: Rule = ({ id }, row, facts) =>
  row['kind'] !== 'note' || facts.noteKeys.get(String(row['owner_id'])) === id;
export const related = either(admin, team('id'), ownCouple('id'));
export const relatedByCouple = either(admin, team(), ownCouple());
