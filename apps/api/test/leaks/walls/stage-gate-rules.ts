import { admin, both, either, self, sideOf, team, therapist, type Rule, type Rules } from './row-rules.js';

// Gates between stages: a person's answer and index are for them and their own therapist, days and states for the team.

const client: Rule = ({ role }) => role === 'client';
const onOwnSide: Rule = ({ who }, row) =>
  who?.kind === 'person' && who.side === row['side'] && who.coupleId === row['couple_id'];
const own = both(client, self('person_id'), onOwnSide);
const ofSide = sideOf('side', false);
const ofSideOrJoint = sideOf('side', true);
const holdsJoint: Rule = ({ who }, row, facts) =>
  row['side'] === 'JOINT' &&
  who?.kind === 'staff' &&
  who.role === 'therapist' &&
  facts.couples
    .get(String(row['couple_id']))
    ?.team.some((one) => one.active && one.staffId === who.id && one.side === 'JOINT') === true;
const is =
  (column: string, value: unknown): Rule =>
  (_, row) =>
    row[column] === value;

export const stageGateRules: Readonly<Record<string, Rules>> = {
  stage_gate: {
    see: either(team(), admin),
    add: both(therapist, team(), self('opened_by'), is('closed_at', null)),
    change: both(therapist, team()),
  },
  gate_finding: { see: ofSideOrJoint, add: both(therapist, team()) },
  gate_closing: {
    see: ofSideOrJoint,
    add: both(
      self('closed_by'),
      either(
        both(is('closed_by_kind', 'staff'), ofSideOrJoint),
        both(is('closed_by_kind', 'client'), is('reason_sealed', null), client, onOwnSide),
      ),
    ),
  },
  gate_agreement: { see: either(own, ofSide), add: both(own, is('withdrawn_at', null)), change: own },
  gate_signature: { see: team(), add: both(self('signed_by'), either(ofSide, holdsJoint)) },
  gate_fact: { see: ofSideOrJoint, add: both(ofSideOrJoint, self('recorded_by')) },
  safety_index: { see: either(own, ofSide), add: own },
  touch_pause: { see: team(), change: both(therapist, team()) },
  touch_signal: { see: ofSide, add: either(own, both(ofSide, is('trigger', 'slip_logged'))) },
};
