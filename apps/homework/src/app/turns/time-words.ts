/** What is said of the time that is left: whole minutes, never a running number. `key` is below `turns.time`. */
export interface TimeWords {
  readonly key: 'over' | 'little' | 'one' | 'minutes';
  readonly minutes: number;
}

/** For seconds that are left, 0 and more. Half a minute and less is "a little"; up to a minute and a half "one". */
export function timeWords(seconds: number): TimeWords {
  if (seconds <= 0) return { key: 'over', minutes: 0 };
  if (seconds <= 30) return { key: 'little', minutes: 0 };
  const minutes = Math.round(seconds / 60);
  return minutes <= 1 ? { key: 'one', minutes: 1 } : { key: 'minutes', minutes };
}
