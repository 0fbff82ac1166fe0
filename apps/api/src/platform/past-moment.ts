/** How far a device's clock may run ahead of the server's. */
const toleranceMs = 5 * 60_000;

/**
 * A moment of the past as a device told it: never later than `now`. Null for one that lies ahead of now by more than
 * a device's clock may be wrong.
 */
export function pastMoment(at: Date, now: Date): Date | null {
  if (at <= now) return at;
  return at.getTime() - now.getTime() <= toleranceMs ? now : null;
}
