import type { CaseloadRowView } from '@trellis/contracts';

/** A caseload row for the specs of this area. */
export function sampleRow(change: Partial<CaseloadRowView> = {}): CaseloadRowView {
  return {
    id: 'c-1',
    name: 'Ellery',
    people: [
      { id: 'p-2', name: 'Sam', side: 'BP', enrolled: false },
      { id: 'p-1', name: 'Rowan', side: 'RP', enrolled: true },
    ],
    stage: 2,
    weekInStage: 11,
    status: 'active',
    disclosureState: 'COMPLETED',
    sparklines: [],
    mySides: ['RP'],
    ...change,
  };
}
