import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseloadPageView } from '@trellis/contracts';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { addCouple } from '../arrange-identity.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { mina } from '../arrange-staff.js';
import { injectionTexts, wrongAddresses } from '../corpora/injection-texts.js';
import { repeatedParameters, strayParameters } from '../corpora/repeated-parameters.js';
import { sqlTexts } from '../corpora/sql-texts.js';
import { insides } from '../corpora/wrong-input.js';
import { listen, sendRaw } from '../raw-request.js';
import type { TestClient } from '../test-client.js';
import { testApp, type TestApp } from '../test-app.js';

const root = mkdtempSync(join(tmpdir(), 'trellis-web-'));
const outside = 'what lies outside the served folder';

describe('values that try to be more', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let admin: TestClient;
  let port: number;

  beforeAll(async () => {
    for (const name of ['portal', 'homework']) {
      const folder = join(root, 'dist', name, 'browser');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'index.html'), `<title>${name}</title>`);
    }
    for (const file of ['master.key', '.env', 'passwd', 'dist/passwd', 'dist/.env'])
      writeFileSync(join(root, file), outside);
    app = await testApp({ TRELLIS_WEB_DIR: join(root, 'dist') });
    ours = await arrangeCase(app);
    const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Noor Haddad');
    admin = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
    const elsewhere = await arrangeStaff(app, ours.clinicId, 'therapist', 'Ola Brandt');
    await addCouple(await signedIn(app, ours.clinicId, elsewhere, 'therapist'), elsewhere);
    port = await listen(app.app.getHttpServer());
  });
  afterAll(async () => {
    await app.close();
    rmSync(root, { recursive: true });
  });

  const state = (): Promise<unknown> =>
    app.db.sql(
      `SELECT (SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM couple t) AS couples,
        (SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM staff_member t) AS staff,
        (SELECT count(*) FROM pg_class) AS tables, (SELECT count(*) FROM audit_event) > 0 AS audited`,
    );

  it('D-7 change no statement: two thousand texts, as search, order, cursor and id, find nothing and stop nothing', async () => {
    const before = await state();
    const wrong: string[] = [];
    expect(sqlTexts.length).toBeGreaterThanOrEqual(2000);
    for (const [at, text] of sqlTexts.entries()) {
      const begun = performance.now();
      const value = encodeURIComponent(text);
      const paths = [
        `caseload?search=${value.slice(0, 160).replace(/%[0-9A-F]?$/, '')}`,
        `caseload?sort=${value}`,
        `caseload?cursor=${Buffer.from(text).toString('base64url')}`,
        `couples/${value}`,
        `homework?coupleId=${value}`,
        `releases?coupleId=${encodeURIComponent(`${ours.coupleId}${text}`)}`,
      ];
      const path = paths[at % paths.length]!;
      const answer = await ours.mina.call('get', path);
      const found = answer.status === 200 ? (answer.body as CaseloadPageView).couples.length : 0;
      const took = performance.now() - begun;
      if (
        ![200, 400, 404].includes(answer.status) ||
        found > 0 ||
        took > 2500 ||
        insides.test(answer.text.replace(text, ''))
      )
        wrong.push(
          `${path}: ${String(answer.status)}, ${String(found)} found in ${String(Math.round(took))} ms`,
        );
    }
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(await state()).toEqual(before);
  }, 120_000);

  it('V-1 said twice, in brackets or in the wrong place are refused or change nothing', async () => {
    const lists: readonly [string, Readonly<Record<string, string>>][] = [
      ['caseload', { search: 'Ellery', sort: 'name', limit: '2' }],
      ['homework', { coupleId: ours.coupleId, cursor: 'x' }],
      ['releases', { coupleId: ours.coupleId }],
      ['psychotherapy-notes', {}],
    ];
    let asked = 0;
    for (const [path, known] of lists)
      for (const query of repeatedParameters(known)) {
        const answer = await ours.mina.call('get', `${path}?${query}`);
        expect([path, query, answer.status]).toEqual([path, query, 400]);
        asked += 1;
      }
    for (const path of [
      'session',
      'caseload',
      `couples/${ours.coupleId}`,
      `homework?coupleId=${ours.coupleId}`,
    ]) {
      const usual = await ours.mina.call('get', path);
      for (const stray of strayParameters) {
        const answer = await ours.mina.call('get', `${path}${path.includes('?') ? '&' : '?'}${stray}`);
        expect([path, stray, answer.status === 400 || answer.text === usual.text]).toEqual([
          path,
          stray,
          true,
        ]);
        asked += 1;
      }
    }
    const before = await state();
    for (const stray of strayParameters) {
      const answer = await ours.mina.call('post', `couples?${stray}`, { body: { name: 'Ellery' } });
      expect([stray, answer.status]).toEqual([stray, 400]);
      asked += 1;
    }
    expect(asked).toBeGreaterThanOrEqual(100);
    expect(await state()).toEqual(before);
  });

  it('V-1 name no file: paths lead out of no folder, and into no export', async () => {
    for (const text of injectionTexts) {
      const spelt = Buffer.from(text.replaceAll(/[\s\u0000-\u001f\u007f]/g, '')).toString('latin1');
      for (const target of [
        `/${spelt}`,
        `/assets/${spelt}`,
        `/${encodeURIComponent(text)}`,
        `/api/clinic/reports/exports/${encodeURIComponent(text)}/file`,
      ]) {
        const answer = await sendRaw(port, { method: 'GET', target, headers: cookieOf(admin) });
        expect([
          target,
          answer.status < 500,
          answer.body.includes(outside),
          answer.body.includes('root:'),
        ]).toEqual([...[target, true, false, false]]);
      }
    }
  }, 180_000);

  it('L-5, W-4 in a header write no header and no line, whoever sends them', async () => {
    for (const text of injectionTexts) {
      const lines = ['user-agent', 'x-correlation-id', 'referer', 'if-none-match', 'accept-language'].map(
        (name) => `${name}: ${text}`,
      );
      const answer = await sendRaw(port, {
        method: 'GET',
        target: '/api/clinic/session',
        headers: [...cookieOf(ours.mina), ...lines],
      });
      expect([text, [0, 200, 400].includes(answer.status)]).toEqual([text, true]);
      expect(answer.head).not.toMatch(/^(set-cookie: __host-staff=x|bcc:|forged)/m);
    }
  }, 180_000);

  it('P-1 add no reader and no line to a letter: such an address is nobody\u2019s', async () => {
    for (const email of wrongAddresses) {
      const answer = await admin.call('post', 'staff/invitations', { body: { ...mina, email } });
      expect([email, answer.status]).toEqual([email, 400]);
    }
    const letters = readdirSync(app.dataDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.eml'),
    );
    for (const letter of letters)
      expect(readFileSync(join(app.dataDir, letter), 'utf8')).not.toMatch(/^(bcc|cc):/im);
  });
});

const cookieOf = (by: TestClient): string[] => [`cookie: __Host-staff=${by.cookie('__Host-staff') ?? ''}`];
