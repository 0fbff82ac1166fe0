import type { Alert } from './alert.js';
import type { OffTrackHistory } from './alert-history.js';
import type { AlertLimits } from './alert-settings.js';

/**
 * One rule: every alert it has had reason for up to `history.now`, oldest first. Pure, so asking again gives the
 * same alerts. Each looks only back from the day of an alert, never ahead.
 */
export type OffTrackRule = (history: OffTrackHistory, limits: AlertLimits) => readonly Alert[];
