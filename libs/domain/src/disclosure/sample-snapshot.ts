import type { Track } from '../access/roles.js';
import { asLocalDate, type LocalDate } from '../shared/local-date.js';
import { hardContraindicationIds } from './contraindications.js';
import { readinessItemIds, type ReadinessItemId, type ReadinessMark } from './readiness-item.js';
import { bareSnapshot, type Assessment, type DisclosureSnapshot } from './snapshot.js';

/** Every hard contraindication found absent for both people on a day. */
export function clearAssessments(on: LocalDate): readonly Assessment[] {
  const tracks: readonly Track[] = ['RP', 'BP'];
  return tracks.flatMap((track) => hardContraindicationIds.map((id) => ({ track, id, present: false, on })));
}

const met: ReadinessMark = { status: 'met', coSigner: null, reasonRecorded: false };

/** The worked example in March, ready for a date: every fact in place, last slip on 19 February 22:40 in Chicago. */
export function readySnapshot(changes: Partial<DisclosureSnapshot> = {}): DisclosureSnapshot {
  const march20 = new Date('2025-03-20T15:00:00Z');
  return {
    ...bareSnapshot('READY', 'America/Chicago'),
    leadId: 'lead',
    enrolled: { RP: true, BP: true },
    policySignedBy: { RP: true, BP: true },
    consents: {
      RP: { given: true, at: new Date('2025-01-16T16:00:00Z') },
      BP: { given: true, at: new Date('2025-01-17T16:00:00Z') },
    },
    assessments: clearAssessments(asLocalDate('2025-03-20')),
    riskScreens: { RP: march20, BP: march20 },
    releasesSigned: true,
    drafts: {
      rounds: 3,
      sections: 6,
      sectionsApproved: 6,
      latestIsOpen: true,
      questionListReceived: true,
      gapIds: [],
    },
    readiness: Object.fromEntries(readinessItemIds.map((id): [ReadinessItemId, ReadinessMark] => [id, met])),
    readinessSigned: { RP: march20, BP: march20, JOINT: march20 },
    coupleTherapistAssigned: true,
    readyUntil: new Date('2025-04-03T15:00:00Z'),
    lastSlipAt: new Date('2025-02-20T04:40:00Z'),
    hardDates: [],
    ...changes,
  };
}
