import { addDays, daysBetween } from '../shared/local-date.js';
import { dayOf, needs, type Guard, type GuardQuestion } from './guard.js';

const hourMs = 3_600_000;

/** Row 17. */
export const departurePlan = needs(({ snapshot }) => snapshot.session?.departurePlanConfirmed === true);

/** Row 18: 72 elapsed hours since the end, and the contacts at 24 and 72 hours done. */
export const acuteTimePassed = needs(({ snapshot: { session }, now }) =>
  session?.endedAt ? now.getTime() - session.endedAt.getTime() >= 72 * hourMs : false,
);
export const acuteContactsDone: Guard = ({ snapshot: { session } }) =>
  (['h24', 'h72'] as const).filter((at) => session?.contactsDone[at] !== true).map((at) => ({ item: at }));

/** Rows 20 and 21. */
export const impactWanted = needs(({ snapshot }) => snapshot.letters?.impactWanted === true);
export const impactApproved = needs(
  ({ snapshot }) => snapshot.letters?.impactApprovedByPartnerTherapist === true,
);
export const listeningRehearsed = needs(({ snapshot }) => snapshot.letters?.listeningRehearsed === true);
export const impactEarliest = notBefore(
  ({ snapshot }) => snapshot.session?.endedAt ?? null,
  ({ snapshot }) => snapshot.settings.impactLetterEarliestDays,
);

/** Row 22. */
export const optOutRecorded = needs(({ snapshot }) => snapshot.letters?.impactOptedOut === true);

/** Row 23. After an opt-out there is no impact letter to wait for, and the session's end stands for it. */
export const restitutionApproved = needs(({ snapshot }) => snapshot.letters?.restitutionApproved === true);
export const restitutionSafe = needs(({ snapshot }) => snapshot.letters?.restitutionSafeToHear === true);
export const restitutionEarliest = notBefore(
  ({ snapshot: { letters, session } }) =>
    letters?.impactOptedOut ? (session?.endedAt ?? null) : (letters?.impactDeliveredAt ?? null),
  ({ snapshot }) => snapshot.settings.restitutionEarliestDaysAfterImpact,
);

/** Row 24. */
export const followUpDone = needs(({ snapshot }) => snapshot.session?.contactsDone.d14 === true);

/** Row 25. */
export const holdReason = needs(({ request }) => request.holdReason !== undefined);

/** Row 26: the one who set the pause and the lead have both signed, the asking person counting as signed. */
export const resumeSigned: Guard = ({ snapshot: { hold, leadId }, actor }) => {
  if (!hold || !leadId) return [{}];
  const signed = [...hold.resumeSignedBy, actor.id];
  // A pause that the system set has no person who could sign; the lead alone ends it.
  const signers = hold.setBy === 'system' ? [leadId] : [...new Set([hold.setBy, leadId])];
  return signers.filter((id) => !signed.includes(id)).map((id) => ({ item: id }));
};

/** Row 26: a pause for safety also needs a second clinician. */
export const resumeCosigned = needs(({ snapshot: { hold }, request, actor }) => {
  if (!hold) return false;
  return hold.reason !== 'safety' || (request.coSigner !== undefined && request.coSigner !== actor.id);
});

/** Content once `days` calendar days have passed since the instant. */
function notBefore(since: (q: GuardQuestion) => Date | null, days: (q: GuardQuestion) => number): Guard {
  return (question) => {
    const from = since(question);
    if (!from) return [{}];
    const start = dayOf(question, from);
    const earliest = addDays(start, days(question));
    return daysBetween(earliest, dayOf(question, question.now)) >= 0 ? [] : [{ evidence: { earliest } }];
  };
}
