import { hourMs } from '../shared/durations.js';
import { localDateOf } from '../shared/zoned-time.js';
import { alertOn } from './alert.js';
import type { OffTrackRule } from './off-track-rule.js';

/**
 * OT-7, slip window overdue (ALERT-08): a slip is logged, the agreed telling time has passed and no outcome is
 * recorded. Elapsed hours; the standard 24 where none were agreed. For the recovering person's therapist alone:
 * the platform never tells the partner.
 */
export const overdueTelling: OffTrackRule = ({ slips, now, zone }, limits) =>
  slips.flatMap(({ at, loggedAt, agreedHours, outcomeAt }) => {
    const deadline = at.getTime() + (agreedHours ?? limits.tellingHours) * hourMs;
    const overdueFrom = Math.max(deadline, loggedAt.getTime());
    const passed = now.getTime() > deadline && now >= loggedAt;
    const answered = outcomeAt !== null && outcomeAt.getTime() <= overdueFrom;
    return passed && !answered
      ? [alertOn('OT-7', localDateOf(new Date(overdueFrom), zone), { track: 'RP' })]
      : [];
  });
