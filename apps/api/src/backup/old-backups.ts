import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const DAY_MS = 86_400_000;

/**
 * Removes the backups of a folder that are older than `days`, and what a backup that was cut off has left. An erased
 * person's words are in the older ones.
 * @returns how many were removed
 */
export function removeOldBackups(folder: string, days: number, now: Date): number {
  const old = readdirSync(folder)
    .filter((name) => /^trellis-\d{8}T\d{6}Z\.age(?:\.partial)?$/.test(name))
    .filter((name) => {
      const age = now.getTime() - statSync(join(folder, name)).mtimeMs;
      return age > (name.endsWith('.partial') ? DAY_MS : days * DAY_MS);
    });
  for (const name of old) rmSync(join(folder, name));
  return old.length;
}
