import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { headers } from '@trellis/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { generate } from 'otplib';
import { Clock } from '../platform/clock.js';
import type { DemoPersonSignIn, DemoStaffSignIn } from './demo-sign-ins.js';
import type { Voice } from './retold/teller.js';

const stepSeconds = 30;

/** Where a door of the server listens, and the address that its browsers come from. */
export interface Door {
  readonly base: string;
  readonly origin: string;
}

/** Opens the portal's door on a free port for as long as the demo clinic is told. */
export async function openClinicDoor(app: NestFastifyApplication, origin: string): Promise<Door> {
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { base: `http://127.0.0.1:${String(port)}/api/clinic`, origin };
}

/** A member of staff who signs in with password and code, as anybody does. */
export async function staffVoice(door: Door, signIn: DemoStaffSignIn): Promise<Voice> {
  const browser = new Browser(door);
  const { email, password, totpSecret } = signIn;
  await browser.call('post', 'session/password', { body: { email, password } });
  const code = await generate({
    secret: totpSecret,
    epoch: epochOfTelling(new Clock().now().getTime() / 1000),
  });
  await browser.call('post', 'session/second-factor', { body: { code } });
  return browser;
}

/**
 * The step before the present one: each code opens once, and whoever opens the demo right after it was told is shown
 * the present one. In the last seconds of a step the present one is past soon enough.
 */
function epochOfTelling(now: number): number {
  return Math.floor(now % stepSeconds > stepSeconds - 5 ? now : now - stepSeconds);
}

/** A person of a couple who signs in with the name and passphrase of their invitation. */
export async function personVoice(door: Door, { signInName, passphrase }: DemoPersonSignIn): Promise<Voice> {
  const browser = new Browser(door);
  await browser.call('post', 'session', { body: { signInName, passphrase } });
  return browser;
}

/** Keeps the cookie and the token of one sign-in. */
class Browser implements Voice {
  private cookie = '';
  private token = '';

  constructor(private readonly door: Door) {}

  async call<View>(
    method: string,
    path: string,
    said: { readonly body?: object; readonly version?: number } = {},
  ): Promise<View> {
    const { base, origin } = this.door;
    const response = await fetch(`${base}/${path}`, {
      method: method.toUpperCase(),
      headers: {
        ...{
          origin,
          cookie: this.cookie,
          [headers.csrf]: this.token,
          [headers.idempotencyKey]: randomUUID(),
        },
        ...(said.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(said.version === undefined ? {} : { [headers.ifMatch]: `"v${String(said.version)}"` }),
      },
      ...(said.body === undefined ? {} : { body: JSON.stringify(said.body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`the demo could not do ${method} ${path}: ${text}`);
    this.keep(response);
    const view: unknown = text === '' ? null : JSON.parse(text);
    if (view !== null && typeof view === 'object' && 'csrfToken' in view) this.token = String(view.csrfToken);
    return view as View;
  }

  private keep(response: Response): void {
    const set = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
    if (set.length > 0) this.cookie = set.filter((pair) => !pair.endsWith('=')).join('; ');
  }
}
