import type { Track } from '../access/roles.js';
import { daysBetween } from '../shared/local-date.js';
import { hardContraindicationIds } from './contraindications.js';
import { judgementOf } from './finding.js';
import {
  bothTracks,
  dayOf,
  needs,
  ownTherapist,
  type Finding,
  type Guard,
  type GuardQuestion,
} from './guard.js';
import { fixedTerms } from './settings.js';

/** Row 1: both tracks have a person, and both people signed the secrets policy. */
export const bothEnrolled: Guard = ({ snapshot }) =>
  bothTracks.filter((track) => !snapshot.enrolled[track]).map((track) => ({ item: track }));

export const policySigned: Guard = ({ snapshot }) =>
  bothTracks
    .filter((track) => snapshot.policySignedBy?.[track] !== true)
    .map((track) => ({ item: track, side: track, actors: [track] }));

/** Rows 2 and 14: each consented alone, in their own sign-in, less than 90 calendar days ago. */
export const consentsGiven: Guard = (question) =>
  bothTracks.flatMap((track): Finding[] => {
    const consent = question.snapshot.consents[track];
    const gap = { item: track, side: track, actors: [track] };
    if (!consent?.given || !consent.ownSignIn) return [gap];
    const age = daysBetween(dayOf(question, consent.at), dayOf(question, question.now));
    return age >= 0 && age < fixedTerms.consentValidDays ? [] : [{ ...gap, evidence: { ageDays: age } }];
  });

/** Row 4: for each person every hard contraindication was judged, at most 14 days ago, and is absent (FTD-06). */
export const contraindicationsAbsent: Guard = (question) =>
  bothTracks.flatMap((track) => openRisks(question, track, fixedTerms.screeningValidDays));

/** Every hard contraindication was judged for each person and is absent, at whatever time. */
export const noHardRisk: Guard = (question) =>
  bothTracks.flatMap((track) => openRisks(question, track, Number.POSITIVE_INFINITY));

function openRisks({ snapshot, now }: GuardQuestion, track: Track, validDays: number): Finding[] {
  const states = hardContraindicationIds.map((id) => judgementOf(snapshot, track, id, now, validDays));
  const open = hardContraindicationIds.filter((_, index) => states[index] !== 'absent');
  if (open.length === 0) return [];
  const notJudged = states.filter((state) => state === 'unknown').length;
  const evidence = { open: open.join(' '), count: open.length, notJudged };
  return [{ item: track, side: track, actors: [ownTherapist[track]], evidence }];
}

export const releasesSigned = needs(({ snapshot }) => snapshot.releasesSigned === true);

/** Row 4: a policy without secrets does not fit the time in which one therapist knows more than the partner. */
export const policyFits = needs(
  ({ snapshot: { policy } }) => policy === 'LIMITED' || policy === 'INDIVIDUAL_CONFIDENTIAL',
);

/** Row 5: a reason class, and the sealed reason on record. */
export const waiverReason = needs(
  ({ request }) => request.reasonRecorded === true && request.waiverReason !== undefined,
);
export const secondClinician = needs(({ request, actor }) => isSecond(request.coSigner, actor.id));

/** A named clinician other than the one who acts. */
export function isSecond(coSigner: string | undefined, actorId: string): boolean {
  return coSigner !== undefined && coSigner !== '' && coSigner !== 'system' && coSigner !== actorId;
}
