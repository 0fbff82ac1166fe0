import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';

const lifeHours = 24;
/** One number for all servers of an installation: two that start together make one link. */
const setUpLock = 8_120_448;

/**
 * The link for setting up a server that holds no clinic, made as the owner of `ownerUrl`; null where a clinic exists.
 * At the start of a server (`first`) it is made once and never again; `again` is for the command, and ends the links
 * before it. Only the hash of its token is kept.
 */
export async function setupLink(
  ownerUrl: string,
  portalUrl: string,
  when: 'first' | 'again',
): Promise<string | null> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('BEGIN');
    const token = await newToken(owner, when);
    await owner.query('COMMIT');
    return token === null ? null : `${portalUrl}/setup#${token}`;
  } finally {
    await owner.end();
  }
}

async function newToken(owner: Client, when: 'first' | 'again'): Promise<string | null> {
  await owner.query('SELECT pg_advisory_xact_lock($1)', [setUpLock]);
  const { rows } = await owner.query<{ clinics: boolean; tokens: boolean }>(
    'SELECT EXISTS (SELECT FROM clinic) AS clinics, EXISTS (SELECT FROM setup_token) AS tokens',
  );
  const found = rows[0];
  if (found === undefined || found.clinics || (when === 'first' && found.tokens)) return null;
  await owner.query('DELETE FROM setup_token');
  const token = randomBytes(32).toString('base64url');
  await owner.query(
    'INSERT INTO setup_token VALUES ($1, app.now(), app.now() + make_interval(hours => $2), NULL)',
    [createHash('sha256').update(token).digest(), lifeHours],
  );
  return token;
}

/** What is printed with the link. */
export function setupSentence(link: string): string {
  return `This server has no clinic yet. Set it up within ${String(lifeHours)} hours, once, at\n  ${link}\n`;
}
