import {
  both,
  either,
  emergency,
  leads,
  ownCouple,
  self,
  sideOf,
  system,
  team,
  therapist,
  type Rule,
  type Rules,
} from './row-rules.js';

// The time after a session, what was left out, and slips, as the decisions say.

const client: Rule = ({ role }) => role === 'client';
const own = both(client, self('person_id'));
const is =
  (side: 'RP' | 'BP'): Rule =>
  ({ who }, row) =>
    who?.kind === 'person' && who.side === side && who.coupleId === row['couple_id'];
const treats =
  (side: 'RP' | 'BP' | 'JOINT'): Rule =>
  (asker, row, facts) =>
    both(therapist, sideOf('side', false))(asker, { ...row, side }, facts);
const holdsJoint: Rule = ({ who }, row, facts) =>
  who?.kind === 'staff' &&
  who.role === 'therapist' &&
  facts.couples
    .get(String(row['couple_id']))
    ?.team.some((one) => one.active && one.staffId === who.id && one.side === 'JOINT') === true;
const where =
  (column: string, ...values: readonly unknown[]): Rule =>
  (_, row) =>
    values.includes(row[column]);
/** A person whose side stands in the column. */
const mySide =
  (column: string): Rule =>
  (asker, row, facts) =>
    both(client, either(both(where(column, 'RP'), is('RP')), both(where(column, 'BP'), is('BP'))))(
      asker,
      row,
      facts,
    );
const toldJointly = both(holdsJoint, where('partner', 'with_therapist_planned', 'told'));
const ofTherapist = where('recipient', 'T_RP', 'T_BP', 'LEAD');
const untouched: Rule = (_, row) => row['told_at'] === null && row['acknowledged_at'] === null;
const open: Rule = (_, row) => row['done_at'] === null;
const notMet: Rule = (_, row) => row['met_at'] === null;
const notReviewed: Rule = (_, row) => row['reviewed_at'] === null;

export const aftercareRules: Readonly<Record<string, Rules>> = {
  aftercare_period: {
    see: either(team(), both(client, ownCouple()), system, emergency()),
    add: system,
    change: system,
  },
  aftercare_task: {
    see: either(sideOf('side', true), mySide('recipient'), system, emergency()),
    add: both(system, open),
    change: either(both(sideOf('side', true), ofTherapist), mySide('recipient')),
  },
  aftercare_contact: {
    see: either(team(), mySide('side'), system, emergency()),
    add: both(
      self('made_by'),
      either(sideOf('side', false), both(where('contact', 'departure'), either(leads, mySide('side')))),
    ),
  },
  aftercare_answer: {
    see: either(sideOf('side', false), own, emergency()),
    add: both(own, mySide('side')),
  },
  aftercare_alert: {
    see: either(sideOf('side', true), system, emergency()),
    add: both(untouched, either(system, mySide('side'))),
    change: sideOf('side', true),
  },
  slip: {
    see: either(treats('RP'), toldJointly, own, system, emergency()),
    add: either(both(treats('RP'), self('logged_by')), both(own, self('logged_by'), is('RP'))),
    change: either(treats('RP'), toldJointly, own),
  },
  slip_inquiry: { see: treats('RP'), add: both(treats('RP'), self('asked_by')) },
  correction: {
    see: either(treats('RP'), own, system),
    add: both(own, is('RP'), notMet, notReviewed),
    change: either(treats('RP'), both(own, notMet, notReviewed)),
  },
  correction_note: { see: either(treats('RP'), own), add: both(own, is('RP')) },
  disclosure_clock: { see: system, change: system },
};

export const aftercareWorkerRules: Readonly<Record<string, Rules>> = {
  aftercare_alert: { see: system, change: system },
};

const everything: Rule = () => true;
export const aftercareDispatchRules: Readonly<Record<string, Rules>> = {
  disclosure_clock: { see: everything, change: everything },
};
