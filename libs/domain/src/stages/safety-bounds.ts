/**
 * Answers 0 to 4 that are SAFE-1 (ALERT-01): "my answer was free" at 1 or less (C13), pressure at 3 or more (C15,
 * B16). The exercises, the pause of stage 3 and the alerts all read them here. Not for a clinic to change; a pause
 * may come at less pressure (STAGE-05), the alert does not.
 */
export const safetyBounds = { freeAtMost: 1, pressureFrom: 3 } as const;
