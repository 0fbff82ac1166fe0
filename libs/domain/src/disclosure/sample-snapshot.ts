import type { Track } from '../access/roles.js';
import { asLocalDate, type LocalDate } from '../shared/local-date.js';
import { contraindicationIds } from './contraindications.js';
import type { DayCheck } from './day-check.js';
import { readinessItemIds, type ReadinessItemId, type ReadinessMark } from './readiness-item.js';
import {
  bareSession,
  bareSnapshot,
  type Assessment,
  type DisclosureSnapshot,
  type DraftFacts,
  type SessionFacts,
} from './snapshot.js';

/** Every contraindication found absent for both people on a day. */
export function clearAssessments(on: LocalDate): readonly Assessment[] {
  const tracks: readonly Track[] = ['RP', 'BP'];
  return tracks.flatMap((track) =>
    contraindicationIds.map((id) => ({
      track,
      id,
      present: false,
      on,
      assessorId: track === 'RP' ? 'trp' : 'tbp',
    })),
  );
}

const met: ReadinessMark = { status: 'met', markedBy: 'trp', coSigner: null, reasonRecorded: false };

/** A same-day check in which every part is confirmed. */
export function goodDayCheck(at: Date): DayCheck {
  return {
    sober: true,
    slept: true,
    safe: true,
    consentReaffirmed: true,
    transportConfirmed: true,
    childCareConfirmed: true,
    at,
    by: 'trp',
  };
}

/** A session in one place whose checks were made at the moment given. */
export function checkedSession(startsAt: Date, at: Date, changes: Partial<SessionFacts> = {}): SessionFacts {
  return {
    ...bareSession,
    startsAt,
    telehealth: false,
    dayChecks: { RP: goodDayCheck(at), BP: goodDayCheck(at) },
    departurePlanConfirmed: true,
    ...changes,
  };
}

const approvedDrafts: DraftFacts = {
  version: 3,
  rounds: 3,
  sections: 6,
  sectionsApproved: 6,
  latestIsOpen: true,
  questionListReceived: true,
  gapIds: [],
  awaitingReviewSince: null,
};

/** The worked example in March, ready for a date: every fact in place, last slip on 19 February 22:40 in Chicago. */
export function readySnapshot(changes: Partial<DisclosureSnapshot> = {}): DisclosureSnapshot {
  const march20 = new Date('2025-03-20T15:00:00Z');
  const consent = (at: string) => ({
    given: true,
    at: new Date(at),
    ownSignIn: true,
    textVersion: 'consent-3',
  });
  return {
    ...bareSnapshot('READY', 'America/Chicago'),
    leadId: 'lead',
    enrolled: { RP: true, BP: true },
    policySignedBy: { RP: true, BP: true },
    policy: 'LIMITED',
    consents: { RP: consent('2025-01-16T16:00:00Z'), BP: consent('2025-01-17T16:00:00Z') },
    assessments: clearAssessments(asLocalDate('2025-03-20')),
    riskScreens: { RP: march20, BP: march20 },
    releasesSigned: true,
    singleClinician: false,
    treatmentSince: asLocalDate('2024-12-02'),
    drafts: approvedDrafts,
    readiness: Object.fromEntries(readinessItemIds.map((id): [ReadinessItemId, ReadinessMark] => [id, met])),
    readinessSigned: {
      RP: { by: 'trp', at: march20 },
      BP: { by: 'tbp', at: march20 },
      JOINT: { by: 'tc', at: march20 },
    },
    coupleTherapistAssigned: true,
    readyUntil: new Date('2025-04-03T15:00:00Z'),
    lastSlipAt: new Date('2025-02-20T04:40:00Z'),
    slipTold: true,
    hardDates: [],
    lastEventAt: march20,
    ...changes,
  };
}
