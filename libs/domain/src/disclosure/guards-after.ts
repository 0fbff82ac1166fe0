import type { Track } from '../access/roles.js';
import { hourMs } from '../shared/durations.js';
import { addDays, daysBetween, type LocalDate } from '../shared/local-date.js';
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
import type { FollowUp } from './snapshot.js';

/** Hours of the acute time after a session. */
export const acuteHours = 72;

/** Row 17. */
export const departurePlan = needs(({ snapshot }) => snapshot.session?.departurePlanConfirmed === true);

/** Row 18: 72 elapsed hours since the end, and the contacts at 24 and 72 hours made with each person. */
export const acuteTimePassed = needs(({ snapshot: { session }, now }) =>
  session?.endedAt ? now.getTime() - session.endedAt.getTime() >= acuteHours * hourMs : false,
);
export const acuteContactsDone: Guard = (question) => contactsMissing(question, ['h24', 'h72']);

function contactsMissing(question: GuardQuestion, due: readonly FollowUp[]): Finding[] {
  return bothTracks.flatMap((track): Finding[] => {
    const missing = missingOf(question, track, due);
    if (missing.length === 0) return [];
    return [
      { item: track, side: track, actors: [ownTherapist[track]], evidence: { missing: missing.join(' ') } },
    ];
  });
}

function missingOf({ snapshot }: GuardQuestion, track: Track, due: readonly FollowUp[]): FollowUp[] {
  return due.filter((contact) => snapshot.session?.contactsDone[track].includes(contact) !== true);
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

/**
 * Row 24: the contact 14 days after the session with each person, and another at least 14 local days after the day of
 * the restitution letter (FTD-05). One gap for each person; the evidence names what is missing and the first day that
 * would do.
 */
export const followUpDone: Guard = (question) => {
  const earliest = letterFollowUpFrom(question);
  return bothTracks.flatMap((track): Finding[] => {
    const missing: string[] = missingOf(question, track, ['d14']);
    if (!followedUpFrom(earliest, question, track)) missing.push('letter_d14');
    if (missing.length === 0) return [];
    const evidence = { missing: missing.join(' '), ...(earliest === null ? {} : { earliest }) };
    return [{ item: track, side: track, actors: [ownTherapist[track]], evidence }];
  });
};

/** First local day of the contacts after the restitution letter; null while it was not read. */
function letterFollowUpFrom(question: GuardQuestion): LocalDate | null {
  const read = question.snapshot.letters?.restitutionDeliveredAt;
  return read ? addDays(dayOf(question, read), fixedTerms.letterFollowUpDays) : null;
}

function followedUpFrom(earliest: LocalDate | null, question: GuardQuestion, track: Track): boolean {
  const contact = question.snapshot.letters?.followedUpAt[track];
  if (earliest === null || !contact || contact > question.now) return false;
  return daysBetween(earliest, dayOf(question, contact)) >= 0;
}

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
