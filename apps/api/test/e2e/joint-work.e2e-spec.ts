import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { halfOf, jointTemplates, partsByPrivacy, type HomeworkTemplate, type Track } from '@trellis/domain';
import { misfits, wholeAnswers } from '@trellis/fixtures';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { askedAboutFear, assignJointly, halfToday } from '../arrange-joint.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

// What has steps, rests on touch or is a map has a spec of its own: touch-steps and maps.
const withSteps = ['C13', 'C14', 'C15', 'C16'];
const rows = jointTemplates
  .filter(({ code }) => !withSteps.includes(code))
  .map((template) => [template.code, template] as const);

describe('exercises of two people', () => {
  let app: TestApp;
  let ellery: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
  });
  afterAll(async () => app.close());

  const assign = (code: string, more: Record<string, unknown> = {}, by = ellery.dana) =>
    assignJointly(by, ellery.coupleId, code, more);
  const stage = (now: number) =>
    app.db.sql('UPDATE couple SET stage = $2 WHERE id = $1', [ellery.coupleId, now]);
  const workOf = async (task: string): Promise<string> => {
    const [row] = await app.db.sql<{ id: string }>('SELECT id FROM joint_work WHERE $1::uuid IN (rp_task_id, bp_task_id)', [task]); // prettier-ignore
    return row!.id;
  };
  const handIn = async (person: TestClient, id: string, answers: unknown) => {
    const { version } = (await person.call('get', `homework/${id}`)).body;
    return person.call('post', `homework/${id}/submission`, { body: { answers }, version: Number(version) });
  };
  const asOf = (template: HomeworkTemplate, side: Track) => wholeAnswers(halfOf(template, side, null, 2));
  const joint = (template: HomeworkTemplate, answers: ReturnType<typeof wholeAnswers>) =>
    partsByPrivacy(template, answers).P4 ?? {};

  it('are closed while nobody has looked whether there is fear', async () => {
    expect((await assign('C01')).body).toMatchObject({ code: 'homework_locked', facts: { causes: ['fear_flag', 'fear_flag'] } }); // prettier-ignore
    await askedAboutFear(app, ellery);
    await stage(2);
    expect((await assign('C15')).body.code).toBe('homework_locked');
    expect((await assign('C99')).body.code).toBe('homework_template_unknown');
    for (const [more, rule] of [
      [{ startsOn: '2025-01-05' }, 'isNotPast'],
      [{ startsOn: '2026-03-05' }, 'isWithinAYear'],
      [{ form: 'no_such_form' }, 'isForm'],
    ] as const)
      expect((await assign('C02', more)).body).toMatchObject({ code: 'invalid_request', facts: { fields: [{ rules: [rule] }] } }); // prettier-ignore
  });

  it.each(rows)('%s: two halves, hidden until both are in, read by both and their therapists', async (code, template) => {
    expect((await assign(code)).status).toBe(201);
    expect((await assign(code)).body).toEqual([]);
    const [hers, his] = [await halfToday(ellery.iris, code), await halfToday(ellery.rowan, code)];
    const onePage = template.sharing.kind === 'together';
    const half = halfOf(template, 'RP', null, 2);
    const seen = await ellery.rowan.call('get', `homework/${his}`);
    expect(seen.body.template).toEqual(JSON.parse(JSON.stringify(half)));
    for (const [key, answers] of misfits(half)) {
      const refused = await ellery.rowan.call('put', `homework/${his}/draft`, { body: { answers }, version: Number(seen.body.version) }); // prettier-ignore
      expect([refused.status, refused.body.facts]).toMatchObject([400, { fields: [{ field: key }] }]);
    }
    const look = async () => ({
      joint: (await ellery.iris.call('get', `joint-work/${hers}`)).text,
      today: (await ellery.iris.call('get', 'homework/today')).text,
    });
    const before = await look();
    const [rp, bp] = [asOf(template, 'RP'), asOf(template, 'BP')];
    expect((await handIn(ellery.rowan, his, rp)).status).toBe(200);
    const work = await workOf(his);
    const closed = await ellery.dana.call('get', `joint-work/${work}`);
    expect(closed.body.halves).toEqual([]);
    if (onePage) {
      const page = await ellery.iris.call('post', `joint-work/${hers}/taking-up`, { version: JSON.parse(before.joint).version as number }); // prettier-ignore
      expect([page.status, page.body.state]).toEqual([200, 'draft']);
    } else expect(await look()).toEqual(before);
    expect((await handIn(ellery.iris, hers, bp)).status).toBe(200);
    if (code === 'C08') {
      expect((await ellery.iris.call('get', `joint-work/${hers}`)).body).toMatchObject({ revealed: false, theirs: null }); // prettier-ignore
      expect((await ellery.dana.call('post', `joint-work/${work}/opening`, { body: { inSession: true } })).status).toBe(200); // prettier-ignore
    }
    const both = (await ellery.iris.call('get', `joint-work/${hers}`)).body;
    expect(both).toMatchObject({ revealed: true, mine: bp, theirs: joint(template, rp) });
    const read = await ellery.jo.call('get', `joint-work/${work}`);
    expect((read.body.halves as { answers: unknown }[]).map(({ answers }) => answers)).toEqual([
      joint(template, rp),
      joint(template, bp),
    ]);
    const talked = await ellery.dana.call('post', `joint-work/${work}/talked`, { version: (read.body.work as { version: number }).version }); // prettier-ignore
    expect(talked.status).toBe(200);
    expect((await ellery.rowan.call('post', `joint-work/${his}/taking-up`, { version: 9 })).body).toMatchObject({
      code: 'joint_work_refused', facts: { reason: 'already_revealed' },
    }); // prettier-ignore
  }); // prettier-ignore

  it('is one page only when both say the same, and a changed page goes back to the first', async () => {
    await assign('C12', { startsOn: '2025-02-10' });
    await app.db.sql('UPDATE homework_task SET opens_on = $1 WHERE template_code = $2', [
      '2025-01-06',
      'C12',
    ]);
    const page = (ritual: string) => ({ rituals: [{ ...(wholeAnswers(jointTemplates.find(({ code }) => code === 'C12')!)['rituals'] as object[])[0], ritual }] }); // prettier-ignore
    const [hers, his] = [await halfToday(ellery.iris, 'C12'), await halfToday(ellery.rowan, 'C12')];
    await handIn(ellery.rowan, his, page('tea'));
    await handIn(ellery.iris, hers, page('a walk'));
    const mine = (await ellery.rowan.call('get', `joint-work/${his}`)).body;
    expect(mine).toMatchObject({ revealed: false, differs: true, mine: page('tea'), theirs: page('a walk') });
    const up = await ellery.rowan.call('post', `joint-work/${his}/taking-up`, {
      version: Number(mine.version),
    });
    expect(up.status).toBe(200);
    expect((await ellery.rowan.call('get', `homework/${his}`)).body.answers).toEqual(page('a walk'));
    await handIn(ellery.rowan, his, page('a walk'));
    expect((await ellery.iris.call('get', `joint-work/${hers}`)).body).toMatchObject({ revealed: true });
  });

  it('opens nothing while there is fear on either side, and opens with the next look after it', async () => {
    await assign('C09', { startsOn: '2025-01-13' });
    await app.db.sql(`UPDATE homework_task SET opens_on = '2025-01-06' WHERE template_code = 'C09'`, []);
    const [hers, his] = [await halfToday(ellery.iris, 'C09'), await halfToday(ellery.rowan, 'C09')];
    await app.db.sql(`UPDATE readiness_record SET outcome = 'present' WHERE side = 'BP'`, []);
    // It is asked of neither meanwhile; a page that is open can still be handed in.
    for (const person of [ellery.rowan, ellery.iris])
      await expect(halfToday(person, 'C09')).rejects.toThrow('nothing of C09 on Today');
    const template = jointTemplates.find(({ code }) => code === 'C09')!;
    await handIn(ellery.rowan, his, asOf(template, 'RP'));
    await handIn(ellery.iris, hers, asOf(template, 'BP'));
    const closed = { revealed: false, theirs: null };
    expect((await ellery.rowan.call('get', `joint-work/${his}`)).body).toMatchObject(closed);
    await app.db.sql(`UPDATE readiness_record SET outcome = 'absent' WHERE side = 'BP'`, []);
    expect((await ellery.iris.call('get', `joint-work/${hers}`)).body).toMatchObject({ revealed: true });
  });

  it('C04: a partner who only receives has no task, and reads what the other wrote', async () => {
    await stage(1);
    const added = await assign('C04', { startsOn: '2025-03-03', days: 1, form: 'receive_only' });
    expect(added.body).toHaveLength(1);
    const tasks = await app.db.sql<{ side: string }>(
      `SELECT compartment AS side FROM homework_task WHERE template_code = 'C04' AND due_on = '2025-03-03'`,
      [],
    );
    expect(tasks.map(({ side }) => side)).toEqual(['RP']);
  });

  it('is there for nobody else', async () => {
    const otherId = await arrangeStaff(app, ellery.clinicId, 'therapist', 'Ana Ruiz');
    const admin = await arrangeStaff(app, ellery.clinicId, 'clinic_admin', 'Pat Lowe');
    const stranger = await signedIn(app, ellery.clinicId, otherId, 'therapist');
    const office = await signedIn(app, ellery.clinicId, admin, 'clinic_admin');
    const [mine] = await app.db.sql<{ id: string }>(
      `SELECT id FROM homework_task WHERE template_code = 'C01' AND compartment = 'RP' ORDER BY due_on LIMIT 1`,
      [],
    );
    const his = mine!.id;
    const work = await workOf(his);
    const list = await ellery.dana.call('get', `joint-work?coupleId=${ellery.coupleId}`);
    expect([list.status, (list.body.work as unknown[]).length]).toEqual([200, 50]);
    for (const asker of [stranger, office]) {
      expect((await asker.call('get', `joint-work/${work}`)).status).toBe(404);
      expect((await asker.call('get', `joint-work?coupleId=${ellery.coupleId}`)).status).toBe(404);
      expect((await assign('C01', { startsOn: '2025-06-02' }, asker)).status).toBe(404);
      expect((await asker.call('post', `joint-work/${work}/opening`, { body: { inSession: true } })).status).toBe(404);
      expect((await asker.call('post', `joint-work/${work}/talked`, { version: 1 })).status).toBe(404);
    } // prettier-ignore
    expect((await ellery.iris.call('get', `joint-work/${his}`)).status).toBe(404);
    expect((await ellery.iris.call('post', `joint-work/${his}/taking-up`, { version: 1 })).status).toBe(404);
    expect((await ellery.iris.call('get', 'joint-work/none')).status).toBe(404);
    expect((await ellery.dana.call('get', `joint-work/${randomUUID()}`)).status).toBe(404);
  });
});
