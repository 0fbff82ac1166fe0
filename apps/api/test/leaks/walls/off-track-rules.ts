import {
  admin,
  both,
  either,
  ownSide,
  self,
  sideOf,
  system,
  team,
  therapist,
  type Rule,
  type Rules,
} from './row-rules.js';

// What was computed of a couple: for its care team, by the sides that each finding concerns, and for nobody else.

/** Nobody of the couple who joined hides their measurements. */
const bothMeasured: Rule = (_, row, facts) => {
  const couple = facts.couples.get(String(row['couple_id']));
  return (
    couple !== undefined &&
    Object.values(couple.people).every(({ id }) => facts.people.get(id)?.measured === true)
  );
};
/** A therapist of one of the sides that the episode names; JOINT stands for the whole team. */
const ofItsSides: Rule = (asker, row, facts) =>
  (row['sides'] as readonly string[]).some((side) => sideOf('side', true)(asker, { ...row, side }, facts));

/** A therapist of the side that was shown something, and whoever showed it. */
const shows: Rule = either(both(therapist, sideOf('side', false)), both(therapist, team(), self('shown_by')));
/** The person it was shown to, while it stands. */
const shownTo: Rule = (asker, row, facts) =>
  asker.id === row['person_id'] &&
  row['taken_back_at'] === null &&
  ownSide(asker, { ...row, compartment: row['side'] }, facts);

export const offTrackRules: Readonly<Record<string, Rules>> = {
  predictor_reading: { see: either(both(team(), bothMeasured), system), add: system, change: system },
  off_track_episode: {
    see: either(ofItsSides, system),
    add: system,
    change: either(both(ofItsSides, self('acted_by')), system),
  },
  off_track_limits: { see: either(therapist, admin, system), add: both(admin, self('changed_by')) },
  shown_change: {
    see: either(shownTo, shows),
    add: both(therapist, team(), self('shown_by'), bothMeasured),
    change: both(shows, self('taken_back_by')),
  },
  off_track_alert: { see: either(sideOf('side', true), system), add: system },
};
