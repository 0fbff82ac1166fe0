import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fetches only from here, and runs nothing that it fetched. */
export const shellPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'";

/**
 * The program that keeps the shell of the homework app on a device, with the files of this build written into it, so
 * that every new build is a new program. Null when the app has none. The list holds scripts and styles: what a page
 * needs to open. Fonts and pictures are kept as they are used.
 */
export function shellProgramOf(folder: string): string | null {
  const file = join(folder, 'shell.js');
  if (!existsSync(file)) return null;
  const files = readdirSync(folder)
    .filter((name) => /-[\w-]{8}\.(js|css)$/.test(name))
    .sort()
    .map((name) => `/${name}`);
  const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16);
  return readFileSync(file, 'utf8')
    .replace("'{{SHELL_FILES}}'", files.map((name) => JSON.stringify(name)).join(', '))
    .replace('{{SHELL_VERSION}}', version);
}
