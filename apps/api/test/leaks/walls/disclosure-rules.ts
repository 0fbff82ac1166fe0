import {
  admin,
  both,
  either,
  emergency,
  self,
  sideOf,
  system,
  team,
  therapist,
  type Rule,
  type Rules,
} from './row-rules.js';

// The process of a disclosure, as the decisions say: nobody writes a step but the system, in somebody's transaction.

const withSide: Rule = (_, row) => row['side'] !== null;
const told: Rule = (_, row) => row['released_at'] !== null;
const client: Rule = ({ role }) => role === 'client';
const clinician = either(therapist, ({ role }) => role === 'supervisor');
const ownSide = sideOf('side', true);
const written = { add: system, change: system };

/** What a request may do. */
export const disclosureRules: Readonly<Record<string, Rules>> = {
  disclosure_process: { ...written, see: either(team(), admin, emergency(), system) },
  disclosure_event: { add: system, see: either(team(), emergency(), system) },
  disclosure_reason: { add: system, see: either(ownSide, both(emergency(), withSide), system) },
  disclosure_fact: { ...written, see: system },
  disclosure_hold: { add: system, remove: system, see: either(ownSide, emergency(), system) },
  disclosure_signature: { ...written, see: either(team(), emergency(), system) },
  disclosure_order: { ...written, remove: system, see: either(team(), admin, emergency(), system) },
  disclosure_cosign: { ...written, see: either(team(), both(clinician, self('co_signer')), system) },
  disclosure_words: { add: system, see: either(ownSide, emergency(), system) },
  disclosure_notice: {
    ...written,
    see: either(ownSide, both(client, self('person_id'), told), emergency(), system),
  },
};

/** What a job may do. */
export const disclosureWorkerRules: Readonly<Record<string, Rules>> = {
  disclosure_process: { ...written, see: either(team(), admin, system) },
  disclosure_event: { add: system, see: system },
  disclosure_reason: { add: system, see: system },
  disclosure_fact: { ...written, see: system },
  disclosure_hold: { add: system, remove: system, see: system },
  disclosure_signature: { ...written, see: system },
  disclosure_order: { ...written, remove: system, see: system },
  disclosure_cosign: { ...written, see: system },
  disclosure_words: { add: system, see: system },
  disclosure_notice: { ...written, see: system },
};
