import { localDateOf } from '../shared/zoned-time.js';
import { alertOn } from './alert.js';
import type { OffTrackRule } from './off-track-rule.js';
import { raisesSafety } from './safety-signal.js';

/** SAFE-1: each signal that asks for attention, on its own day. Nothing holds, merges or caps it (ALERT-01). */
export const safetyAlerts: OffTrackRule = ({ safety, zone }) =>
  safety.filter(raisesSafety).map(({ track, at }) => alertOn('SAFE-1', localDateOf(at, zone), { track }));
