import { tracks } from '../access/roles.js';
import { addDays } from '../shared/local-date.js';
import { alertOn } from './alert.js';
import { lastWholeDay } from './alert-history.js';
import type { OffTrackRule } from './off-track-rule.js';

/**
 * OT-6, silence (ALERT-07): no review sheet of one person for 28 days, counted from the last one or from
 * enrolment. Once per silence, for that person's own therapist to call: it may mean an unsafe home, not
 * disinterest.
 */
export const silence: OffTrackRule = (history, limits) =>
  tracks.flatMap((track) => {
    const enrolled = history.enrolledOn[track];
    if (enrolled === null) return [];
    const through = lastWholeDay(history);
    const heard = [enrolled, ...history.sheetsOn[track].filter((on) => on >= enrolled)].sort();
    return heard.flatMap((day, at) => {
      const silentOn = addDays(day, limits.silenceDays);
      const next = heard[at + 1];
      const spoken = next !== undefined && next <= silentOn;
      return spoken || silentOn > through ? [] : [alertOn('OT-6', silentOn, { track })];
    });
  });
