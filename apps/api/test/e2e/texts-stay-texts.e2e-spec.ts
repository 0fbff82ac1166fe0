import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { markup } from '@trellis/fixtures';
import { parse } from 'csv-parse/sync';
import { HostedWorker } from '../../src/platform/jobs/hosted-worker.js';
import { neutral } from '../../src/reports/csv.js';
import { usualTiming } from '../../src/platform/jobs/job-timing.js';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, newCouple, signedIn } from '../arrange.js';
import { injectionTexts } from '../corpora/injection-texts.js';

import { sqlTexts } from '../corpora/sql-texts.js';
import { keptTexts, refusedTexts } from '../corpora/unicode.js';
import { eventually } from '../eventually.js';
import { textPlaces, type TextPlace } from '../text-places.js';
import { testApp, type TestApp } from '../test-app.js';

const corpora = { markup, injection: injectionTexts, unicode: keptTexts, sql: sqlTexts } as const;
const all = [...markup, ...injectionTexts, ...keptTexts, ...sqlTexts.filter((_, at) => at % 20 === 0)];

describe('texts that aim at something', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let places: readonly TextPlace[];

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    places = await textPlaces(ours);
  });
  afterAll(async () => app.close());

  it('W-2, V-1 are of corpora of five hundred, three hundred, two hundred and two thousand', () => {
    const sizes = Object.entries(corpora).map(([name, texts]) => [name, new Set(texts).size] as const);
    const least = { markup: 500, injection: 300, unicode: 200, sql: 2000 } as const;
    for (const [name, size] of sizes)
      expect({ name, enough: size >= least[name as keyof typeof least] }).toEqual({ name, enough: true });
  });

  it('W-2 are kept sign by sign wherever somebody writes, and read back as JSON alone', async () => {
    const wrong: string[] = [];
    for (const place of places) {
      for (const texts of portionsFor(place)) {
        const back = await place.keep(texts);
        texts.forEach((text, at) => {
          if (back?.[at] !== (place.kept?.(text) ?? text))
            wrong.push(`${place.name} ${JSON.stringify(text)}: ${JSON.stringify(back?.[at])}`);
        });
      }
    }
    expect(wrong.slice(0, 10)).toEqual([]);
    const answer = await ours.mina.call('get', 'caseload');
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  }, 180_000);

  it('V-1 that no database could keep are refused everywhere, with the field and not the text', async () => {
    const couple = JSON.stringify(newCouple(ours.minaId));
    for (const half of refusedTexts) {
      const answer = await ours.mina.call('post', 'couples', { body: couple.replace('Ellery', () => half) });
      expect([half, answer.status, answer.body.code]).toEqual([half, 400, 'invalid_request']);
    }
    for (const place of places)
      for (const text of ['a\u0000b', 'a\ud800b', '\udc00'])
        expect([place.name, await place.keep(Array.from({ length: place.at }, () => text))]).toEqual([
          place.name,
          null,
        ]);
  });

  it('V-1 make no cell of an export a formula, and no line two', async () => {
    const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Noor Haddad');
    const admin = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
    const names = await app.db.sql<{ name: string }>('SELECT name FROM couple WHERE clinic_id = $1', [
      ours.clinicId,
    ]);
    await app.app.get(HostedWorker).start({ ...usualTiming, pollMs: 100 });
    const ordered = await admin.call('post', 'reports/exports', {
      body: { report: 'caseload', format: 'csv' },
    });
    const path = `reports/exports/${String(ordered.body.id)}`;
    await eventually(
      async () => (await admin.call('get', path)).body as { state: string },
      ({ state }) => state === 'done',
    );
    const file = await admin.call('get', `${path}/file`);
    const rows: string[][] = parse(file.text, { bom: true, record_delimiter: '\r\n' });
    expect(rows.length).toBe(names.length + 1);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const told = rows.slice(1).map(([name]) => name);
    expect(told.sort()).toEqual(names.map(({ name }) => neutral(name)).sort());
  }, 180_000);
});

/** As many texts as one write of the place holds, each as it is; long places take many in one, line by line. */
function portionsFor({ most, at, lines }: TextPlace): readonly string[][] {
  const fitting = all.filter((text) => [...text].length <= most && (lines || !/[\r\n]/.test(text)));
  if (most >= 10_000) {
    const packs: string[] = [];
    let pack = '';
    for (const text of fitting) {
      if (pack.length + text.length > most) {
        packs.push(pack);
        pack = '';
      }
      pack += `${text}\n`;
    }
    return [...packs, pack].map((text) => [text]);
  }
  const portions: string[][] = [];
  for (let from = 0; from < fitting.length; from += at) {
    const portion = fitting.slice(from, from + at);
    portions.push([...portion, ...fitting.slice(0, at - portion.length)]);
  }
  return portions;
}
