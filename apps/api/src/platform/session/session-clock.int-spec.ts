import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import { arrangeCase } from '../../../test/arrange-case.js';
import { stopDatabaseTime } from '../../../test/arrange-identity.js';
import { arrangeStaff } from '../../../test/arrange.js';
import { testApp, type TestApp } from '../../../test/test-app.js';
import type { TestClient } from '../../../test/test-client.js';
import type { LiveSession, SessionLevel } from './live-session.js';
import { hashOfSessionId } from './session-id.js';
import { SessionStore } from './session-store.js';

const minute = 60;
const hour = 60 * minute;
/** Some instant; database time stands still here and is moved by hand, so that a second counts. */
const start = 1_800_000_000;

/** As documented: seconds without activity, and seconds in all. */
const limits: readonly (readonly [LiveSession['role'], SessionLevel, number, number])[] = [
  ['client', 'full', 15 * minute, 24 * hour],
  ['therapist', 'full', 15 * minute, 12 * hour],
  ['supervisor', 'full', 15 * minute, 12 * hour],
  ['clinic_admin', 'full', 15 * minute, 8 * hour],
  ['owner', 'full', 15 * minute, 8 * hour],
  ['therapist', 'password', 10 * minute, 10 * minute],
  ['client', 'enrolment', 15 * minute, 15 * minute],
];

describe('a session, by a clock that stands still', () => {
  let app: TestApp;
  let clinicId: string;
  let personId: string;

  beforeAll(async () => {
    app = await testApp();
    ({ clinicId, rowanId: personId } = await arrangeCase(app));
  });
  afterAll(async () => app.close());

  /** A browser with a session that the store itself opened at `start`. */
  async function opened(role: LiveSession['role'], level: SessionLevel): Promise<TestClient> {
    await stopDatabaseTime(app, start);
    const surface = role === 'client' ? 'home' : 'clinic';
    const subjectId = role === 'client' ? personId : await arrangeStaff(app, clinicId, role, 'Kim Vale');
    const browser = app.client(surface);
    const reply = {
      setCookie: (name: string, value: string) => {
        browser.useCookie(name, value);
      },
    };
    const store = app.app.get(SessionStore, { strict: false });
    await store.issue(reply as unknown as FastifyReply, { clinicId, surface, subjectId, role }, level);
    return browser;
  }

  /** Whether the session still is one, `seconds` after it was opened. */
  async function livesAt(browser: TestClient, seconds: number): Promise<boolean> {
    await stopDatabaseTime(app, start + seconds);
    return (await browser.call('get', 'session')).status !== 401;
  }

  it.each(limits)(
    'S-4 of a %s (%s) lives a second before %i s without activity, and not a second after',
    async (role, level, idle) => {
      const early = await opened(role, level);
      expect(await livesAt(early, idle - 1)).toBe(true);
      expect(await livesAt(await opened(role, level), idle + 1)).toBe(false);
    },
  );

  it.each(limits)(
    'S-4 of a %s (%s, idle after %i s) ends after %i s, however active',
    async (role, level, idle, whole) => {
      const browser = await opened(role, level);
      for (let at = idle / 2; at < whole - 1; at += idle / 2) expect(await livesAt(browser, at)).toBe(true);
      expect(await livesAt(browser, whole - 1)).toBe(true);
      expect(await livesAt(browser, whole + 1)).toBe(false);
    },
  );

  it('S-4 has the second factor behind it for five minutes, and not for a second more', async () => {
    const browser = await opened('owner', 'full');
    const idHash = hashOfSessionId(browser.cookie('__Host-staff') ?? '');
    await app.db.sql('UPDATE session SET step_up_at = app.now() WHERE id_hash = $1', [idHash]);
    const order = async (seconds: number): Promise<unknown> => {
      await stopDatabaseTime(app, start + seconds);
      await browser.call('get', 'session');
      return (await browser.call('post', 'reports/exports', { body: { report: 'caseload', format: 'csv' } }))
        .status;
    };
    expect(await order(5 * minute - 1)).toBe(201);
    expect(await order(5 * minute + 1)).toBe(403);
  });
});
