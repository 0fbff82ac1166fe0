import { answersOfTotal, instrumentForm } from '@trellis/fixtures';
import type { ArrangedCase } from '../arrange-case.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** A form of the clinic, and what waits for one of its people. */
export async function instrumentCalls(ours: ArrangedCase): Promise<RightCalls> {
  const { coupleId, rowanId: personId, mina, rowan } = ours;
  const as = (): Promise<TestClient> => Promise.resolve(mina);
  const own = (): Promise<TestClient> => Promise.resolve(rowan);
  const bring = (code: string) => ({
    ...{ code, questionnaire: JSON.stringify(instrumentForm(code)), attested: true },
    licenceReference: 'letter 7',
  });
  const brought = await mina.call('post', 'instruments/imports', { body: bring('PHQ-9') });
  const [form] = brought.body.forms as { id: string }[];
  await mina.call('post', 'instruments/imports', { body: bring('GAD-7') });
  // Two sheets of one instant come in any order, so the new one is the one that was not there before.
  const waiting = async (code: string, before = ''): Promise<string> => {
    await mina.call('post', `measures/${coupleId}/sheets`, { body: { personId, code } });
    const { body } = await rowan.call('get', 'measures');
    return (body.waiting as { id: string }[]).find(({ id }) => id !== before)?.id ?? '';
  };
  const sheetId = await waiting('PHQ-9');
  const other = await waiting('GAD-7', sheetId);
  const answers = answersOfTotal('PHQ-9', 4);
  const entry = { personId, code: 'PHQ-9', place: 'in_person', alone: true, answers };
  await mina.call('post', `measures/${coupleId}/entries`, { body: entry });
  const sheets = await mina.call('get', `measures/${coupleId}`);
  const answered = (sheets.body.people as { sheets: { id: string; state: string }[] }[])
    .flatMap((person) => person.sheets)
    .find(({ state }) => state === 'answered');
  const ids = { sheetId };
  return {
    'InstrumentsController.list': { as },
    'InstrumentsController.words': { as, ids: { formId: form?.id ?? '' } },
    'InstrumentsController.import': {
      ...{ as, keyed: true, loose: /^(questionnaire|mapping\b|attested|licenceReference)/ },
      body: { ...bring('PCL-5'), mapping: { items: null } },
    },
    'InstrumentsController.retire': { as, ids: { formId: form?.id ?? '' }, version: 1, keyed: true },
    'InstrumentsController.setThresholds': {
      ...{ as, ids: { code: 'PCL-5' }, version: 0, loose: /^(cut|change|own)/ },
      body: { cut: '31', change: 'important_10' },
    },
    'MeasuresController.ofCouple': { as, ids: { coupleId } },
    'MeasuresController.answers': { as, ids: { coupleId, sheetId: answered?.id ?? '' } },
    'MeasuresController.give': {
      as,
      ids: { coupleId },
      keyed: true,
      body: { personId, code: 'PHQ-9' },
    },
    'MeasuresController.enter': { as, ids: { coupleId }, keyed: true, body: entry, loose: /^answers/ },
    'MeasuresController.withdraw': { as, ids: { coupleId, sheetId: other }, version: 1, keyed: true },
    'MeasuresController.file': { as, ids: { coupleId, personId } },
    'OwnMeasuresController.waiting': { as: own },
    'OwnMeasuresController.one': { as: own, ids },
    'OwnMeasuresController.saveDraft': { as: own, ids, version: 0, body: { answers }, loose: /^answers/ },
    'OwnMeasuresController.handIn': {
      ...{ as: own, ids, version: 0, keyed: true, loose: /^answers/ },
      body: { answers },
    },
  };
}
