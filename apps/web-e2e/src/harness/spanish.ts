import { readFileSync } from 'node:fs';
import path from 'node:path';

const APPS = path.join(import.meta.dirname, '../../..');

/**
 * A sentence as the Spanish app says it, from the words that the app itself shows.
 * @param at area and key, such as `invite/alone.yes`
 * @throws Error for a key that has no sentence
 */
export function said(
  app: 'portal' | 'homework',
  at: string,
  names: Readonly<Record<string, string>> = {},
): string {
  const [area = '', key = ''] = at.split('/');
  const file = path.join(APPS, app, 'src/i18n', area, 'es.json');
  let found: unknown = JSON.parse(readFileSync(file, 'utf8'));
  for (const part of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[part];
  if (typeof found !== 'string') throw new Error(`no Spanish words at ${app}/${at}`);
  return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => names[name] ?? '');
}
