import { addDays, daysBetween } from '../shared/local-date.js';
import {
  bothTracks,
  dayOf,
  needs,
  ownTherapist,
  type Finding,
  type Guard,
  type GuardQuestion,
} from './guard.js';
import type { FollowUp } from './snapshot.js';

const hourMs = 3_600_000;
/** Hours of the acute time after a session. */
export const acuteHours = 72;

/** Row 17. */
export const departurePlan = needs(({ snapshot }) => snapshot.session?.departurePlanConfirmed === true);

/** Row 18: 72 elapsed hours since the end, and the contacts at 24 and 72 hours made with each person. */
export const acuteTimePassed = needs(({ snapshot: { session }, now }) =>
  session?.endedAt ? now.getTime() - session.endedAt.getTime() >= acuteHours * hourMs : false,
);
export const acuteContactsDone: Guard = (question) => contactsMissing(question, ['h24', 'h72']);

function contactsMissing({ snapshot: { session } }: GuardQuestion, due: readonly FollowUp[]): Finding[] {
  return bothTracks.flatMap((track): Finding[] => {
    const missing = due.filter((contact) => session?.contactsDone[track].includes(contact) !== true);
    if (missing.length === 0) return [];
    return [
      { item: track, side: track, actors: [ownTherapist[track]], evidence: { missing: missing.join(' ') } },
    ];
  });
}

/** Rows 20 and 21. */
export const impactWanted = needs(
  ({ snapshot: { letters } }) => letters?.impactWanted === true && !letters.impactOptedOut,
);
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

/** Row 24: the follow-up after 14 days with each person. */
export const followUpDone: Guard = (question) => contactsMissing(question, ['d14']);

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
