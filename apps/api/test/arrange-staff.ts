import type { NewStaffInvitationView, RecoveryCodesView } from '@trellis/contracts';
import { generateSync } from 'otplib';
import { setupLink } from '../src/identity/setup-link.js';
import { codeAt, staffPassword, type Member } from './arrange-identity.js';
import type { TestApp } from './test-app.js';
import type { TestClient } from './test-client.js';

/** The six digits of a base32 secret `seconds` from now. */
export function digitsOf(secret: string, seconds = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + seconds });
}

/** The token of the link that an empty server prints, or null where it prints none. */
export async function setupToken(app: TestApp, when: 'first' | 'again' = 'first'): Promise<string | null> {
  const link = await setupLink(app.db.ownerUrl, 'http://portal.example', when);
  return link === null ? null : link.slice(link.indexOf('#') + 1);
}

export const firstClinic = {
  clinicName: 'North Pier Practice',
  timeZone: 'America/Chicago',
  phone: '+1 312 555 0100',
  name: 'Ada Field',
  credentials: 'LMFT',
  alsoTherapist: true,
  email: 'ada@pier.example',
  password: staffPassword,
};

export interface OwnerSetUp {
  readonly browser: TestClient;
  readonly codes: string[];
  readonly secret: string;
}

/** Sets the server up through its own door; the browser is signed in as the owner. */
export async function setUpOwner(app: TestApp, changes: object = {}): Promise<OwnerSetUp> {
  const token = await setupToken(app, 'again');
  const browser = app.client('clinic');
  const seed = await browser.call('post', 'setup/authenticator', { body: { token } });
  const secret = String(seed.body.secret);
  const body = { ...firstClinic, token, code: digitsOf(secret), ...changes };
  const made = await browser.call('post', 'setup', { body });
  if (made.status !== 201) throw new Error(`set-up failed: ${JSON.stringify(made.body)}`);
  await browser.call('get', 'session');
  return { browser, codes: (made.body as RecoveryCodesView).codes, secret };
}

export const mina = {
  name: 'Mina Castellan',
  credentials: 'LMFT',
  email: 'mina@pier.example',
  role: 'therapist',
};

export interface InvitedColleague {
  readonly id: string;
  readonly token: string;
  readonly code: string;
}

/** Invites a colleague and takes the link apart as the portal does. */
export async function inviteColleague(browser: TestClient, changes: object = {}): Promise<InvitedColleague> {
  const answer = await browser.call('post', 'staff/invitations', { body: { ...mina, ...changes } });
  if (answer.status !== 201) throw new Error(`invitation failed: ${JSON.stringify(answer.body)}`);
  const { id, link, code } = answer.body as NewStaffInvitationView;
  return { id, token: link.slice(link.indexOf('#') + 1), code };
}

/** Joins with a new account; the browser is signed in. */
export async function joinAsNew(app: TestApp, { token, code }: InvitedColleague): Promise<OwnerSetUp> {
  const browser = app.client('clinic');
  const opened = await browser.call('post', 'join/open', { body: { token, code } });
  const secret = String(opened.body.authenticator.secret);
  const joined = await browser.call('post', 'join', {
    body: { token, code, password: staffPassword, authenticatorCode: digitsOf(secret) },
  });
  if (joined.status !== 201) throw new Error(`joining failed: ${JSON.stringify(joined.body)}`);
  await browser.call('get', 'session');
  return { browser, codes: (joined.body as RecoveryCodesView).codes, secret };
}

/** Signs in with the password alone: the session before the second factor. */
export async function halfSignedIn(app: TestApp, member: Pick<Member, 'email'>): Promise<TestClient> {
  const browser = app.client('clinic');
  await browser.call('post', 'session/password', { body: { email: member.email, password: staffPassword } });
  return browser;
}

/** Gives the second factor of the last five minutes with the code of `seconds` from now. */
export async function stepUp(browser: TestClient, member: Member, seconds: number): Promise<void> {
  const answer = await browser.call('post', 'session/step-up', { body: { code: codeAt(member, seconds) } });
  if (answer.status !== 200) throw new Error(`step-up failed: ${JSON.stringify(answer.body)}`);
}
