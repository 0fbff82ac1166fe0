import type { Track } from '../access/roles.js';
import { daysBetween } from '../shared/local-date.js';
import { contraindications } from './contraindications.js';
import { judgementOf, latestAssessment } from './finding.js';
import {
  bothTracks,
  dayOf,
  needs,
  ownTherapist,
  type Finding,
  type Guard,
  type GuardQuestion,
} from './guard.js';
import { isSecond } from './guards-entry.js';
import { holdIsForSafety } from './resume-target.js';
import type { Hold } from './snapshot.js';

/** Row 25. */
export const holdReason = needs(({ request }) => request.holdReason !== undefined);

/** Row 26: the one who set the pause and the lead have both signed, the asking person counting as signed. */
export const resumeSigned: Guard = ({ snapshot: { hold, leadId }, actor }) => {
  if (!hold || !leadId) return [{}];
  const signed = [...hold.resumeSignedBy, actor.id];
  // Behind a pause of the system or of a client stands no clinician who could sign: the lead, and see below.
  const signers = byClinician(hold) ? [...new Set([hold.setBy, leadId])] : [leadId];
  return signers.filter((id) => !signed.includes(id)).map((id) => ({ item: id }));
};

/**
 * Row 26: after a clinical risk, and after a pause that the system or a client set, the person's own therapist asks
 * (FTD-29). A pause on no one side may be ended by either therapist.
 */
export const resumeTreating: Guard = ({ snapshot: { hold }, actor }) => {
  if (!hold) return [{}];
  if (hold.reason !== 'clinical_risk' && byClinician(hold)) return [];
  const treating = tracksOf(hold).map((track) => ownTherapist[track]);
  const asks = treating.some((role) => actor.roles.includes(role));
  return asks ? [] : [{ side: hold.side, actors: treating }];
};

const heldFor = contraindications.filter(({ effects }) => effects.some(({ kind }) => kind === 'hold'));

/**
 * Row 26: after clinical risk or safety each condition behind such a pause was judged again, on the day of the pause
 * or later, and is absent (FTD-29).
 */
export const resumeReassessed: Guard = (question) => {
  const { hold } = question.snapshot;
  if (!hold) return [{}];
  if (hold.reason !== 'clinical_risk' && hold.reason !== 'safety') return [];
  return tracksOf(hold)
    .filter((track) => !heldFor.every(({ id }) => clearedSince(question, hold, track, id)))
    .map((track): Finding => ({ item: track, side: track, actors: [ownTherapist[track]] }));
};

function clearedSince(
  question: GuardQuestion,
  hold: Hold,
  track: Track,
  id: Parameters<typeof judgementOf>[2],
): boolean {
  const { snapshot, now } = question;
  const latest = latestAssessment(snapshot, track, id, now);
  return latest !== null && !latest.present && daysBetween(dayOf(question, hold.since), latest.on) >= 0;
}

/** Row 26: a pause for safety also needs a second clinician. */
export const resumeCosigned = needs(({ snapshot, request, actor }) => {
  if (!snapshot.hold) return false;
  return !holdIsForSafety(snapshot) || isSecond(request.coSigner, actor.id);
});

function byClinician({ setBy }: Hold): boolean {
  return setBy !== 'system' && setBy !== 'client';
}

function tracksOf({ side }: Hold): readonly Track[] {
  return side === 'JOINT' ? bothTracks : [side];
}
