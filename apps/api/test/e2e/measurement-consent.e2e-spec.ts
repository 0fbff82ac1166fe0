import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { predictorCodes, predictors } from '@trellis/domain';
import { elleryRatings, ratingsOfSum } from '@trellis/fixtures';
import type { CouplePredictorsView } from '@trellis/contracts';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';

const sunday = '2025-01-19';

const sheet = (rater: 'R' | 'B' | 'T'): object =>
  Object.assign(
    {},
    ...predictorCodes.map((code) => ratingsOfSum(predictors[code].items[rater], elleryRatings[code][rater][0])),
  ) as object;

describe('the consent to measurement', () => {
  let app: TestApp;
  let ellery: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    travel(app, new Date('2025-01-17T18:00:00Z'));
    const give = async (rater: 'R' | 'B' | 'T'): Promise<number> => {
      const [by, path] =
        rater === 'T'
          ? [ellery.mina, `predictors/${ellery.coupleId}/ratings`]
          : [rater === 'R' ? ellery.rowan : ellery.iris, 'predictors/current'];
      return (await by.call('post', path, { body: { windowEndsOn: sunday, answers: sheet(rater) } })).status;
    };
    expect([await give('R'), await give('B'), await give('T')]).toEqual([201, 201, 201]);
  });
  afterAll(async () => app.close());

  const reading = async () => {
    const charts = (await ellery.dana.call('get', `predictors/${ellery.coupleId}`)).body as CouplePredictorsView;
    const [first] = charts.predictors.find(({ predictor }) => predictor === 'CT')?.readings ?? [];
    return { self: first?.self, partner: first?.partner, composite: first?.composite };
  };

  it('is taken back by the person alone, at once, with the composite; and can be given again', async () => {
    expect(await reading()).toEqual({ self: 50, partner: 25, composite: 34.6 });
    const back = await ellery.iris.call('put', 'consents/measurement', { body: { given: false } });
    expect([back.status, back.body]).toEqual([200, { given: false, since: null }]);
    expect(await reading()).toEqual({ self: 50, partner: null, composite: null });
    const again = await ellery.iris.call('put', 'consents/measurement', { body: { given: true } });
    expect(again.body).toMatchObject({ given: true });
    expect(await reading()).toEqual({ self: 50, partner: 25, composite: 34.6 });
  });

  it('says the same twice without effect, and leaves a trace of each change', async () => {
    const before = await app.db.sql('SELECT * FROM consent WHERE person_id = $1', [ellery.rowanId]);
    await ellery.rowan.call('put', 'consents/measurement', { body: { given: true } });
    expect(await app.db.sql('SELECT * FROM consent WHERE person_id = $1', [ellery.rowanId])).toEqual(before);
    const traces = await app.db.sql<{ action: string }>(
      "SELECT action FROM audit_event WHERE action LIKE 'consent.%' AND person_id = $1 ORDER BY at",
      [ellery.irisId],
    );
    expect(traces.map(({ action }) => action)).toEqual(['consent.withdraw', 'consent.give']);
  });

  it('of one person says nothing to the other', async () => {
    const shown = await ellery.rowan.call('get', 'consents/measurement');
    await ellery.iris.call('put', 'consents/measurement', { body: { given: false } });
    expect((await ellery.rowan.call('get', 'consents/measurement')).body).toEqual(shown.body);
    await ellery.iris.call('put', 'consents/measurement', { body: { given: true } });
  });
});
