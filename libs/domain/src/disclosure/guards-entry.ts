import type { Track } from '../access/roles.js';
import { daysBetween } from '../shared/local-date.js';
import { hardContraindicationIds, type ContraindicationId } from './contraindications.js';
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

/** Rows 2 and 14: each consented, less than 90 calendar days ago. */
export const consentsGiven: Guard = (question) =>
  bothTracks.flatMap((track): Finding[] => {
    const consent = question.snapshot.consents[track];
    const gap = { item: track, side: track, actors: [track] };
    if (!consent?.given) return [gap];
    const age = daysBetween(dayOf(question, consent.at), dayOf(question, question.now));
    return age >= 0 && age < fixedTerms.consentValidDays ? [] : [{ ...gap, evidence: { ageDays: age } }];
  });

/** Row 4: for each person every hard contraindication was judged, at most 14 days ago, and is absent. */
export const contraindicationsAbsent: Guard = (question) =>
  bothTracks.flatMap((track) => openRisks(question, track, fixedTerms.screeningValidDays));

/** Rows 18 and 20: every hard contraindication was judged for each person and is absent, at whatever time. */
export const noHardRisk: Guard = (question) =>
  bothTracks.flatMap((track) => openRisks(question, track, Number.POSITIVE_INFINITY));

function openRisks(question: GuardQuestion, track: Track, validDays: number): Finding[] {
  const states = hardContraindicationIds.map((id) => judged(question, track, id, validDays));
  const open = hardContraindicationIds.filter((_, index) => states[index] !== 'absent');
  if (open.length === 0) return [];
  const notJudged = states.filter((state) => state === 'unknown').length;
  const evidence = { open: open.join(' '), count: open.length, notJudged };
  return [{ item: track, side: track, actors: [ownTherapist[track]], evidence }];
}

function judged(
  question: GuardQuestion,
  track: Track,
  id: ContraindicationId,
  validDays: number,
): 'absent' | 'present' | 'unknown' {
  const today = dayOf(question, question.now);
  const [latest] = question.snapshot.assessments
    .filter((a) => a.track === track && a.id === id && daysBetween(a.on, today) >= 0)
    .sort((a, b) => daysBetween(a.on, b.on) || Number(b.present) - Number(a.present));
  if (!latest || daysBetween(latest.on, today) > validDays) return 'unknown';
  return latest.present ? 'present' : 'absent';
}

export const releasesSigned = needs(({ snapshot }) => snapshot.releasesSigned === true);

/** Row 5. */
export const waiverReason = needs(({ request }) => request.reasonRecorded === true);
export const secondClinician = needs(
  ({ request, actor }) => request.coSigner !== undefined && request.coSigner !== actor.id,
);
