import type { CoupleView } from '@trellis/contracts';

const notMine = { sharedDevice: null, linkWanted: null };
const mine = { sharedDevice: false, linkWanted: false };
const people: CoupleView['people'] = [
  {
    id: 'p-bp',
    name: 'Sam',
    pronouns: 'they/them',
    side: 'BP',
    enrolled: false,
    invitation: 'none',
    ...notMine,
  },
  {
    id: 'p-rp',
    name: 'Rowan',
    pronouns: 'they/them',
    side: 'RP',
    enrolled: true,
    invitation: 'used',
    ...mine,
  },
];

/** A couple's header for the specs of this area: the viewer `s-mina` holds the recovering person's side. */
export function sampleCouple(change: Partial<CoupleView> = {}): CoupleView {
  return {
    id: 'c-1',
    version: 1,
    name: 'Ellery',
    status: 'active',
    stage: 2,
    weekInStage: 11,
    timeZone: 'America/Chicago',
    secretsPolicy: 'LIMITED',
    disclosureState: 'COMPLETED',
    people,
    careTeam: [
      { staffId: 's-mina', name: 'Dr. Mina Castellan', credentials: '', side: 'RP', lead: true },
      { staffId: 's-jo', name: 'Jo Whitlock', credentials: 'LPC', side: 'BP', lead: false },
      { staffId: 's-priya', name: 'Priya Raman', credentials: 'LMFT', side: 'JOINT', lead: false },
    ],
    mySides: ['RP'],
    emergencyUntil: null,
    ...change,
  };
}
