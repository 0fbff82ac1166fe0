import { openDayParts } from './day-check.js';
import { bothTracks, dayOf, needs, ownTherapist, type Finding, type Guard } from './guard.js';
import { readinessReaches } from './recheck.js';

/** Row 14: a session begins on its own local day, on which its checks count. */
export const sessionDay = needs((question) => {
  const startsAt = question.snapshot.session?.startsAt;
  return startsAt ? dayOf(question, startsAt) === dayOf(question, question.now) : false;
});

/** Row 14: the same-day check of each person alone, which is that day's risk screen (FTD-19). */
export const dayChecksDone: Guard = ({ snapshot: { session, zone }, now }) =>
  bothTracks.flatMap((track): Finding[] => {
    const open = openDayParts(session?.dayChecks[track] ?? null, session?.startsAt ?? null, now, zone);
    if (open.length === 0) return [];
    return [
      { item: track, side: track, actors: [ownTherapist[track]], evidence: { missing: open.join(' ') } },
    ];
  });

/** Row 14: contacts and local addresses were checked that day; only a meeting in one place may do without. */
export const emergencyChecked = needs((question) => {
  const { session } = question.snapshot;
  if (session?.telehealth === false) return true;
  const at = session?.emergencyCheckedAt;
  return at ? at <= question.now && dayOf(question, at) === dayOf(question, question.now) : false;
});

/** Row 14: readiness has not ended before the session, or the booked re-check was done in time (FTD-20, FTD-21). */
export const readinessCurrent = needs(({ snapshot, now }) => {
  const startsAt = snapshot.session?.startsAt;
  return startsAt ? readinessReaches(snapshot, startsAt, now) : false;
});
