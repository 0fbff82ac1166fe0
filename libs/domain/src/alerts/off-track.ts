import { tracks } from '../access/roles.js';
import { inOrder, type Alert } from './alert.js';
import type { OffTrackHistory } from './alert-history.js';
import { alertLimits, type AlertLimits } from './alert-settings.js';
import { clinicalMeasure } from './clinical-measure.js';
import { engagementFall } from './engagement-fall.js';
import { holdInTurbulence, type HeldAlert } from './held-alerts.js';
import { jointDrop } from './joint-drop.js';
import { noResponse } from './no-response.js';
import type { OffTrackRule } from './off-track-rule.js';
import { overdueTelling } from './overdue-telling.js';
import { reliableWorsening } from './reliable-worsening.js';
import { safetyAlerts } from './safety-alerts.js';
import { silence } from './silence.js';
import { trickle } from './trickle.js';
import { viewGap } from './view-gap.js';

/** Asked of every couple, also of one with a single person enrolled. */
const alwaysAsked: readonly OffTrackRule[] = [safetyAlerts, engagementFall];
/** Asked only while both are enrolled: each needs the other person's side to mean anything. */
const askedOfTwo: readonly OffTrackRule[] = [
  reliableWorsening,
  jointDrop,
  viewGap,
  noResponse,
  silence,
  overdueTelling,
  trickle,
  clinicalMeasure,
];

export type OffTrackFindings = Readonly<{ raised: readonly Alert[]; held: readonly HeldAlert[] }>;

/**
 * Every alert of a couple up to `history.now`, oldest first, and those held until turbulence ends. With one person
 * enrolled only SAFE-1 and OT-3 are asked (ALERT-12). Asking again later never takes a raised alert back.
 */
export function offTrackFindings(
  history: OffTrackHistory,
  limits: AlertLimits = alertLimits(),
): OffTrackFindings {
  const both = tracks.every((track) => history.enrolledOn[track] !== null);
  const rules = both ? [...alwaysAsked, ...askedOfTwo] : alwaysAsked;
  const met = rules.flatMap((rule) => rule(history, limits));
  const { raised, held } = holdInTurbulence(met, history, limits);
  return { raised: inOrder(raised), held };
}
