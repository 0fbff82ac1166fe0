import type { Compartment } from '../access/roles.js';
import type { Alert } from './alert.js';
import type { AlertRule } from './alert-rules.js';
import type { Episode } from './episode.js';

/**
 * Sides of the care team whose therapists see an alert, and whether cover hears of it out of hours. No alert has a
 * client in its audience: the type leaves no room for one (ALERT-19).
 */
export type AlertAudience = Readonly<{ sides: readonly Compartment[]; cover: boolean }>;

const wholeTeam: readonly Compartment[] = ['RP', 'BP', 'JOINT'];

/** Rules about one person: what that person told, or did not, is for their own therapist. */
const ownTherapistOnly: readonly AlertRule[] = ['SAFE-1', 'OT-6', 'OT-7', 'OT-9'];

/**
 * Who sees an alert (ALERT-19). Rules over scores and engagement go to the active team; OT-7 to the recovering
 * person's therapist alone; SAFE-1, OT-6 and OT-9 to the therapist of the person they are about. An alert about
 * one person that names nobody is seen by nobody rather than by everybody.
 */
export function audienceOf({ rule, track }: Pick<Alert, 'rule' | 'track'>): AlertAudience {
  const cover = rule === 'SAFE-1';
  if (rule === 'OT-7') return { sides: ['RP'], cover };
  if (ownTherapistOnly.includes(rule)) return { sides: track ? [track] : [], cover };
  return { sides: wholeTeam, cover };
}

/**
 * The episode as a therapist of these sides may see it, without the alerts of others, or null when nothing of it
 * is theirs. Its days stay: they say nothing of a rule.
 */
export function episodeFor(episode: Episode, sides: readonly Compartment[]): Episode | null {
  const alerts = episode.alerts.filter((alert) =>
    audienceOf(alert).sides.some((side) => sides.includes(side)),
  );
  return alerts.length > 0 ? { ...episode, alerts } : null;
}
