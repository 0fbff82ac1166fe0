import { randomUUID } from 'node:crypto';
import { generateSync } from 'otplib';
import { ClinicSetupService } from '../src/identity/clinic-setup.service.js';
import type { TestApp } from './test-app.js';
import type { TestClient } from './test-client.js';

export const staffPassword = 'a harbour under quiet clouds';
export const personPassphrase = 'seven boats cross the wide bay';

/** A member of staff who can sign in. */
export interface Member {
  readonly id: string;
  readonly clinicId: string;
  readonly email: string;
  readonly totpSecret: string;
}

/** Moves database time of this test database to `seconds` from now; identity reads no other clock. */
export async function shiftDatabaseTime({ db }: TestApp, seconds: number): Promise<void> {
  await db.sql(`CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE
    AS $$ SELECT now() + make_interval(secs => ${String(seconds)}) $$`);
}

/** Stops database time at `epoch` seconds since 1970, for specs about the edge of a step. */
export async function stopDatabaseTime({ db }: TestApp, epoch: number): Promise<void> {
  await db.sql(`CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE
    AS $$ SELECT to_timestamp(${String(epoch)}) $$`);
}

/** The six digits an authenticator shows at `epoch` seconds since 1970. */
export function codeOf(member: Member, epoch: number): string {
  return generateSync({ secret: member.totpSecret, epoch });
}

/** The six digits an authenticator shows `seconds` from now. */
export function codeAt(member: Member, seconds = 0): string {
  return codeOf(member, Math.floor(Date.now() / 1000) + seconds);
}

/** A clinic with one member of staff, made by the product's own set-up. */
export async function setUpMember(
  app: TestApp,
  role: 'therapist' | 'clinic_admin' = 'therapist',
): Promise<Member> {
  const email = `${randomUUID()}@clinic.example`;
  const made = await app.app
    .get(ClinicSetupService, { strict: false })
    .create({ name: 'North Pier Practice', timeZone: 'America/Chicago', phone: '+1 312 555 0100' }, [
      { name: 'Mina Castellan', credentials: 'LMFT', role, email, password: staffPassword },
    ]);
  const [member] = made.staff;
  return { id: member!.id, clinicId: made.clinicId, email, totpSecret: member!.totpSecret };
}

/** Signs in with password and code; `seconds` is where database time stands. */
export async function signIn(app: Pick<TestApp, 'client'>, member: Member, seconds = 0): Promise<TestClient> {
  const browser = app.client('clinic');
  await browser.call('post', 'session/password', { body: { email: member.email, password: staffPassword } });
  const answer = await browser.call('post', 'session/second-factor', {
    body: { code: codeAt(member, seconds) },
  });
  if (answer.status !== 200) throw new Error(`sign-in failed: ${JSON.stringify(answer.body)}`);
  return browser;
}

/** Adds a couple through the product and answers the two people's ids. */
export async function addCouple(
  browser: TestClient,
  therapistId: string,
): Promise<{ coupleId: string; rowanId: string; irisId: string }> {
  const answer = await browser.call('post', 'couples', {
    body: {
      name: 'Ellery',
      recoveringPerson: { name: 'Rowan', pronouns: 'he/him', language: 'en' },
      partner: { name: 'Iris', pronouns: 'she/her', language: 'es' },
      timeZone: 'America/Chicago',
      secretsPolicy: 'LIMITED',
      careTeam: ['RP', 'BP', 'JOINT'].map((side) => ({ staffId: therapistId, side })),
    },
  });
  const people = answer.body.people as { id: string; side: string }[];
  const idOf = (side: string): string => people.find((person) => person.side === side)!.id;
  return { coupleId: answer.body.id as string, rowanId: idOf('RP'), irisId: idOf('BP') };
}

export interface Invited {
  readonly id: string;
  readonly token: string;
  readonly code: string;
}

/** Invites a person and takes the link apart as the homework app does. */
export async function invite(browser: TestClient, personId: string): Promise<Invited> {
  const answer = await browser.call('post', `invitations/${personId}`);
  if (answer.status !== 201) throw new Error(`invitation failed: ${JSON.stringify(answer.body)}`);
  const { id, link, code } = answer.body as { id: string; link: string; code: string };
  return { id, token: link.slice(link.indexOf('#') + 1), code };
}

/** Opens an invitation on a fresh phone and fetches the write token, without enrolling. */
export async function openInvitation(app: TestApp, { token, code }: Invited): Promise<TestClient> {
  const phone = app.client('home');
  const answer = await phone.call('post', 'invitations/exchange', { body: { token, code } });
  if (answer.status !== 204) throw new Error(`exchange failed: ${JSON.stringify(answer.body)}`);
  await phone.call('get', 'session');
  return phone;
}

export const allConsents = ['privacy/1', 'secrets_policy/1', 'measurement/1'];

/** Six digits that are not these. */
export function otherCode(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}
