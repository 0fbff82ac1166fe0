import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, asLocalDate, instantOf } from '@trellis/domain';
import { answersOfTotal, elleryInstruments, instrumentForm, instrumentWeeks } from '@trellis/fixtures';
import type { CoupleMeasuresView, OwnMeasuresView, PersonMeasuresView } from '@trellis/contracts';
import { OffTrackWatch } from '../../src/predictors/off-track/off-track-watch.service.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const nobody = '99999999-9999-4999-8999-999999999999';
const monday = asLocalDate('2025-01-06');
const inWeek = (week: number) => instantOf(addDays(monday, 7 * week), '12:00', 'America/Chicago');
const nothing = answersOfTotal('PHQ-9', 0);

describe('instruments of one person', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let admin: TestClient;

  const path = (rest = '') => `measures/${ours.coupleId}${rest}`;
  const seen = async (by: TestClient) => ((await by.call('get', path())).body as CoupleMeasuresView).people;
  const own = async (by: TestClient) => (await by.call('get', 'measures')).body as OwnMeasuresView;
  const give = (code: string, by = ours.jo, personId = ours.irisId) =>
    by.call('post', path('/sheets'), { body: { personId, code } });
  const enter = (code: string, answers: unknown, changes: object = {}, by = ours.jo) =>
    by.call('post', path('/entries'), {
      body: { personId: ours.irisId, code, place: 'in_person', alone: true, answers, ...changes },
    });
  const handIn = (id: string, answers: unknown, version = 0, by = ours.iris) =>
    by.call('post', `measures/${id}/answers`, { body: { answers }, version });
  const save = (id: string, answers: unknown, version: number, by = ours.iris) =>
    by.call('put', `measures/${id}/draft`, { body: { answers }, version });
  const waitingId = async (by = ours.iris) => (await own(by)).waiting[0]!.id;
  const bring = async (code: string) => {
    const body = {
      code,
      questionnaire: JSON.stringify(instrumentForm(code)),
      attested: true,
      licenceReference: 'letter 7',
    };
    expect((await ours.mina.call('post', 'instruments/imports', { body })).status).toBe(201);
  };
  const episodes = async () => {
    await app.app.get(OffTrackWatch).look({ clinicId: ours.clinicId, coupleId: ours.coupleId });
    return app.db.sql<{ rule: string; track: string | null }>(
      'SELECT rule, track FROM off_track_alert WHERE couple_id = $1 ORDER BY raised_at, id',
      [ours.coupleId],
    );
  };

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    admin = await signedIn(
      app,
      ours.clinicId,
      await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Ada Field'),
      'clinic_admin',
    );
    for (const code of ['PCL-5', 'PHQ-9', 'GAD-7', 'PPCS-6', 'CSI-16', 'HITS', 'ASQ']) await bring(code);
  });
  afterAll(async () => app.close());

  it('give every total of the worked example, its ranges and its statements', async () => {
    for (const [at, week] of instrumentWeeks.entries()) {
      travel(app, inWeek(week));
      for (const { code, track, totals } of Object.values(elleryInstruments)) {
        const [person, therapist, id] =
          track === 'RP' ? [ours.rowan, ours.mina, ours.rowanId] : [ours.iris, ours.jo, ours.irisId];
        expect((await give(code, therapist, id)).status).toBe(201);
        const answers = answersOfTotal(code, totals[at]!);
        const handed = await handIn(await waitingId(person), answers, 0, person);
        expect([code, handed.status]).toEqual([code, 200]);
      }
    }
    const [iris] = (await seen(ours.jo)) as [PersonMeasuresView];
    const [rowan] = (await seen(ours.mina)) as [PersonMeasuresView];
    for (const { code, track, totals } of Object.values(elleryInstruments)) {
      const trend = (track === 'RP' ? rowan : iris).trends.find((one) => one.code === code);
      expect([code, trend?.points.map(({ score }) => score)]).toEqual([code, [...totals]]);
    }
    const said = ({ trends }: PersonMeasuresView) =>
      trends.map(({ code, difference, statement }) => [code, difference, statement]);
    const [better, noise, silent] = ['improved_beyond_noise', 'within_noise', 'no_change_rule'];
    expect(said(iris)).toEqual([
      ['CSI-16', 13, silent],
      ['GAD-7', -6, better],
      ['PCL-5', -18, better],
      ['PHQ-9', -6, better],
    ]);
    expect(said(rowan)).toEqual([
      ['CSI-16', 10, silent],
      ['GAD-7', -4, better],
      ['PHQ-9', -5, noise],
      ['PPCS-6', -16, silent],
    ]);
    const use = rowan.sheets.filter(({ code }) => code === 'PPCS-6').map(({ outcome }) => outcome);
    const [above, below] = ['in_range', 'not_in_range'];
    expect(use).toEqual([below, below, above, above, above]);
    expect(iris.sheets.find(({ code }) => code === 'PCL-5')).toMatchObject({
      ...{ outcome: 'in_range', scoredBy: 'trellis-instruments/1', concerns: [], missing: 0 },
    });
    await ours.mina.call('put', 'instruments/GAD-7/thresholds', {
      body: { cut: null, change: 'reliable_6' },
      version: 0,
    });
    const [after] = (await seen(ours.mina)) as [PersonMeasuresView];
    expect(said(after)[1]).toEqual(['GAD-7', -4, noise]);
    expect((await episodes()).filter(({ rule }) => rule === 'SAFE-1')).toEqual([]);
  });

  it('suggest what is due by its interval, and say what was never asked', async () => {
    travel(app, inWeek(29));
    const [iris] = (await seen(ours.jo)) as [PersonMeasuresView];
    expect(iris.suggested.map(({ code, from }) => [code, from])).toEqual([
      ['GAD-7', addDays(monday, 7 * 28)],
      ['HITS', null],
      ['PCL-5', addDays(monday, 7 * 28)],
      ['PHQ-9', addDays(monday, 7 * 28)],
    ]);
  });

  it('keep a draft for its author, and lose nothing between two devices', async () => {
    expect((await give('PHQ-9')).status).toBe(201);
    expect((await give('PHQ-9')).body.code).toBe('measure_waits_already');
    const id = await waitingId();
    const opened = await ours.iris.call('get', `measures/${id}`);
    expect(opened.body).toMatchObject({ copyright: 'Kept by the practice', answers: {}, version: 0 });
    const first = await save(id, { i1: 'v3' }, 0);
    expect(first.body).toMatchObject({ version: 1, sent: false });
    expect((await save(id, { i1: 'v3' }, 0)).body).toEqual(first.body);
    expect((await save(id, { i1: 'v2' }, 0)).status).toBe(412);
    expect((await handIn(id, nothing, 0)).status).toBe(412);
    expect((await ours.iris.call('get', `measures/${id}`)).body.answers).toEqual({ i1: 'v3' });
    const [sheet] = (await seen(ours.jo))[0]!.sheets;
    expect(sheet).toMatchObject({ id, state: 'waiting', version: 1, outcome: null });
    expect((await handIn(id, { ...nothing, i1: null }, 1)).status).toBe(200);
    expect((await handIn(id, nothing, 1)).body.code).toBe('measure_closed');
    const [done] = (await seen(ours.jo))[0]!.sheets;
    expect(done).toMatchObject({ state: 'answered', outcome: 'no_score', missing: 1, version: 2 });
    expect(done!.scales).toEqual([{ key: 'total', score: null }]);
    expect((await own(ours.iris)).waiting).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['no answers', undefined],
    ['a list', []],
    ['nothing', {}],
    ['an item that is not asked', { other: 'v1' }],
    ['a value that no option has', { ...nothing, i1: 'v9' }],
    ['a number for an option', { ...nothing, i1: 2 }],
    ['a list for an answer', { ...nothing, i1: ['v1'] }],
  ])('refuse %s', async (_, answers) => {
    await give('GAD-7');
    const id = await waitingId();
    expect((await handIn(id, answers)).status).toBe(400);
    expect((await enter('GAD-7', answers)).status).toBe(400);
    expect((await own(ours.iris)).waiting.map((one) => one.id)).toEqual([id]);
  });

  it('can be taken back while they wait', async () => {
    await give('GAD-7');
    const id = await waitingId();
    const take = (version: number) => ours.jo.call('post', path(`/sheets/${id}/withdrawal`), { version });
    expect((await take(3)).status).toBe(412);
    expect((await take(1)).status).toBe(200);
    expect((await take(2)).body.code).toBe('measure_closed');
    expect((await own(ours.iris)).waiting).toEqual([]);
    expect((await ours.iris.call('get', `measures/${id}`)).status).toBe(404);
    expect((await handIn(id, nothing)).status).toBe(404);
  });

  it('call the own therapist when an answer asks for it, also from a form that is refused', async () => {
    travel(app, inWeek(30));
    await give('PHQ-9');
    const id = await waitingId();
    expect((await handIn(id, { i9: 'v1', i1: 'v9' })).status).toBe(400);
    const alerts = () =>
      app.db.sql<{ side: string; kind: string }>(
        'SELECT side, kind FROM aftercare_alert WHERE couple_id = $1',
        [ours.coupleId],
      );
    expect(await alerts()).toEqual([{ side: 'BP', kind: 'safety_answer' }]);
    expect((await handIn(id, { ...nothing, i9: 'v1' })).status).toBe(200);
    expect((await episodes()).filter(({ rule }) => rule === 'SAFE-1')).toEqual([
      { rule: 'SAFE-1', track: 'BP' },
    ]);
    expect((await alerts()).map(({ side }) => side)).toEqual(['BP', 'BP']);
    const [sheet] = (await seen(ours.jo))[0]!.sheets;
    expect(sheet).toMatchObject({ concerns: ['self_harm_item'], band: 'minimal' });
  });

  it('are asked in a talk alone where they must be, and then are on no phone and in no file', async () => {
    travel(app, inWeek(31));
    for (const [code, reason] of [
      ['HITS', 'not_through_links'],
      ['ASQ', 'clinician_only'],
    ] as const) {
      const refused = await give(code);
      expect([refused.status, refused.body.facts.reason]).toEqual([409, reason]);
    }
    const safe = answersOfTotal('HITS', 12);
    expect((await enter('HITS', safe, { alone: false })).body.facts.reason).toBe('not_alone');
    expect((await enter('HITS', safe, { place: 'own_account' })).status).toBe(400);
    expect((await enter('HITS', safe)).status).toBe(201);
    expect((await enter('RDAS', {})).body.code).toBe('measure_without_form');
    const [screen] = (await seen(ours.jo))[0]!.sheets;
    expect(screen).toMatchObject({ code: 'HITS', place: 'in_person', concerns: ['violence_positive'] });
    expect((await own(ours.iris)).waiting).toEqual([]);
    expect((await ours.iris.call('get', `measures/${screen!.id}`)).status).toBe(404);
    const read = await ours.jo.call('get', path(`/sheets/${screen!.id}`));
    expect(read.body.answers).toEqual(safe);
    const file = await ours.jo.call('get', path(`/people/${ours.irisId}/file`));
    expect(file.headers['content-type']).toContain('application/fhir+json');
    const { resourceType, entry } = file.body as {
      resourceType: string;
      entry: { resource: { resourceType: string; id: string; valueQuantity?: { value: number } } }[];
    };
    expect(resourceType).toBe('Bundle');
    expect(file.text).not.toContain('HITS');
    const responses = entry.filter(({ resource }) => resource.resourceType === 'QuestionnaireResponse');
    // Four series of five, a form with an open item, and one that asked for care.
    expect([responses.length, entry.length]).toEqual([22, 44]);
    const scores = entry.map(({ resource }) => resource.valueQuantity?.value);
    expect(scores).toEqual(expect.arrayContaining([52, 46, 55, 41, 34]));
    expect(JSON.stringify(entry)).not.toContain(screen!.id);
  });

  it('are for the person’s own therapists, and give nobody else a hint', async () => {
    const staffed = async (role: 'therapist' | 'supervisor', name: string) =>
      signedIn(app, ours.clinicId, await arrangeStaff(app, ours.clinicId, role, name), role);
    const other = await arrangeCase(app);
    const [iris] = (await seen(ours.jo)) as [PersonMeasuresView];
    expect((await seen(ours.jo)).map(({ side }) => side)).toEqual(['BP']);
    expect((await seen(ours.mina)).map(({ side }) => side)).toEqual(['RP']);
    expect(await seen(ours.dana)).toEqual([]);
    const sheet = iris.sheets[0]!.id;
    const reads = [path(`/sheets/${sheet}`), path(`/people/${ours.irisId}/file`)];
    const outside = [
      other.jo,
      await staffed('therapist', 'Ola Brandt'),
      await staffed('supervisor', 'Sol Reyes'),
      admin,
    ];
    for (const by of [...outside, ours.mina, ours.dana, ours.rowan, ours.iris])
      for (const one of reads) expect([403, 404]).toContain((await by.call('get', one)).status);
    for (const by of [...outside, ours.rowan, ours.iris])
      expect([403, 404]).toContain((await by.call('get', path())).status);
    for (const by of [other.jo, ours.mina, ours.dana, admin]) {
      expect([403, 404]).toContain((await give('GAD-7', by)).status);
      expect([403, 404]).toContain((await enter('GAD-7', {}, {}, by)).status);
      const taken = await by.call('post', path(`/sheets/${sheet}/withdrawal`), { version: 1 });
      expect([403, 404]).toContain(taken.status);
    }
    for (const wrong of [
      'measures/x',
      `measures/${nobody}`,
      path('/sheets/x'),
      path(`/sheets/${nobody}`),
      path('/people/x/file'),
    ])
      expect([wrong, (await ours.jo.call('get', wrong)).status]).toEqual([wrong, 404]);
    expect((await give('GAD-7', ours.jo, nobody)).status).toBe(404);
    for (const wrong of ['x', nobody]) {
      expect((await ours.iris.call('get', `measures/${wrong}`)).status).toBe(404);
      expect((await handIn(wrong, nothing)).status).toBe(404);
    }
    await give('GAD-7');
    const waits = await waitingId();
    expect((await ours.rowan.call('get', `measures/${waits}`)).status).toBe(404);
    expect((await save(waits, {}, 0, ours.rowan)).status).toBe(404);
    expect((await handIn(waits, nothing, 0, ours.rowan)).status).toBe(404);
    expect((await own(ours.rowan)).waiting).toEqual([]);
    const log = await admin.call('get', 'audit?from=2025-01-01&until=2025-12-31');
    expect(log.text).not.toContain('measure.');
    const [kept] = await app.db.sql<{ sealed: boolean }>(
      `SELECT bool_and(position('scales' IN encode(sealed, 'escape')) = 0) AS sealed FROM measure_sheet
        WHERE sealed IS NOT NULL`,
    );
    expect(kept).toEqual({ sealed: true });
  });
});
