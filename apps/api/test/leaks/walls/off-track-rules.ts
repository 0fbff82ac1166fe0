import { both, self, sideOf, system, team, either, type Rule, type Rules } from './row-rules.js';

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

export const offTrackRules: Readonly<Record<string, Rules>> = {
  predictor_reading: { see: either(both(team(), bothMeasured), system), add: system, change: system },
  off_track_episode: {
    see: either(ofItsSides, system),
    add: system,
    change: either(both(ofItsSides, self('acted_by')), system),
  },
  off_track_alert: { see: either(sideOf('side', true), system), add: system },
};
