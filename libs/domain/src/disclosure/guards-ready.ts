import type { Track } from '../access/roles.js';
import { daysBetween } from '../shared/local-date.js';
import type { ContraindicationId } from './contraindications.js';
import { latestAssessment } from './finding.js';
import {
  bothTracks,
  dayOf,
  needs,
  ownTherapist,
  type Finding,
  type Guard,
  type GuardQuestion,
} from './guard.js';

const softOf: Readonly<Record<Track, readonly ContraindicationId[]>> = {
  RP: ['separation_decided', 'life_event'],
  BP: ['separation_decided', 'life_event', 'no_separate_support'],
};

/**
 * Row 9: the soft contraindications (FTD-16). Each was judged for each person; a decided separation has a documented
 * purpose; a life event has a note on timing, not older than the finding; a partner without own support waits.
 */
export const softConditions: Guard = (question) =>
  bothTracks.flatMap((track): Finding[] => {
    const open = softOf[track].filter((id) => !settled(question, track, id));
    if (open.length === 0) return [];
    const evidence = { open: open.join(' '), count: open.length };
    return [{ item: track, side: track, actors: [ownTherapist[track]], evidence }];
  });

function settled({ snapshot, now }: GuardQuestion, track: Track, id: ContraindicationId): boolean {
  const found = latestAssessment(snapshot, track, id, now);
  if (found === null) return false;
  if (!found.present) return true;
  if (id === 'separation_decided') return snapshot.separationPurpose !== null;
  if (id !== 'life_event') return false;
  const noted = snapshot.timingNotes[track];
  return noted !== null && daysBetween(found.on, noted) >= 0;
}

/** Row 9: where one clinician holds both sides, a note of supervision or consultation is on file (FTD-18). */
export const soloConsultation = needs((question) => {
  const { singleClinician, consultationNoteOn } = question.snapshot;
  if (singleClinician === false) return true;
  if (singleClinician === null || consultationNoteOn === null) return false;
  return daysBetween(consultationNoteOn, dayOf(question, question.now)) >= 0;
});
