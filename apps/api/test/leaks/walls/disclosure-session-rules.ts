import {
  admin,
  both,
  either,
  emergency,
  leads,
  self,
  sideOf,
  team,
  therapist,
  type Rule,
  type Rules,
} from './row-rules.js';

// Appointments and the session of a disclosure, as the decisions say.

const client: Rule = ({ role }) => role === 'client';
const own = both(client, self('person_id'));
const sideOwn = sideOf('side', false);
const ofPerson: Rule = (_, row) => row['person_id'] !== null;
const ofTeam: Rule = (_, row) => row['person_id'] === null;
const source =
  (wanted: 'P' | 'T'): Rule =>
  (_, row) =>
    row['source'] === wanted;
/** A person writes for the side that they are on. */
const ownSide: Rule = ({ who }, row) =>
  who?.kind === 'person' && who.side === row['side'] && who.coupleId === row['couple_id'];
const bp: Rule = ({ who }, row) =>
  who?.kind === 'person' && who.side === 'BP' && who.coupleId === row['couple_id'];

const capacity =
  (name: string, rule: Rule): Rule =>
  (asker, row, facts) =>
    row['confirmed_by'] === name && rule(asker, row, facts);
const treats =
  (side: 'RP' | 'BP'): Rule =>
  (asker, row, facts) =>
    sideOwn(asker, { ...row, side }, facts);
const is =
  (side: 'RP' | 'BP'): Rule =>
  ({ who }, row) =>
    who?.kind === 'person' && who.side === side && who.coupleId === row['couple_id'];
const mark = both(
  self('actor_id'),
  either(
    capacity('ADMIN', admin),
    capacity('LEAD', leads),
    capacity('T_RP', treats('RP')),
    capacity('T_BP', treats('BP')),
    capacity('RP', is('RP')),
    capacity('BP', is('BP')),
  ),
);

const ofRun: Rules = { see: either(team(), emergency()), add: team(), change: team() };

export const disclosureSessionRules: Readonly<Record<string, Rules>> = {
  disclosure_session: { see: either(team(), emergency()), change: team() },
  session_step: ofRun,
  session_distress: ofRun,
  day_check: {
    see: either(both(own, source('P')), sideOwn, emergency()),
    add: either(
      both(own, source('P'), self('asked_by'), ownSide),
      both(therapist, source('T'), self('asked_by'), sideOwn),
    ),
    change: either(both(own, source('P'), ownSide), both(source('T'), sideOwn)),
  },
  logistics_mark: {
    see: either(team(), emergency(), mark, capacity('ADMIN', admin)),
    add: mark,
    remove: mark,
  },
  support_plan: { see: either(own, sideOwn), add: both(own, ownSide), change: both(own, ownSide) },
  hard_date: {
    see: either(both(ofTeam, team()), own, both(ofPerson, sideOwn), emergency()),
    add: either(both(ofTeam, self('kept_by'), team()), both(own, ownSide, self('kept_by'))),
    remove: either(both(ofTeam, team()), own),
  },
  date_check: {
    see: either(team(), emergency()),
    add: both(self('checked_by'), team()),
    change: team(),
  },
  session_reading: { see: own, add: both(own, bp), change: both(own, bp) },
};
