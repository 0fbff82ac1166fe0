import { emptyClinicTemplate } from '@trellis/domain';
import type { ArrangedCase } from '../arrange-case.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** The clinic's own exercises and packs. What a call names need not be there: its form is what counts. */
export function libraryCalls(ours: ArrangedCase): RightCalls {
  const as = (): Promise<TestClient> => Promise.resolve(ours.mina);
  const ids = { exerciseId: '99999999-9999-4999-8999-999999999999' };
  const content = { ...emptyClinicTemplate };
  const questionnaire = {
    ...{ resourceType: 'Questionnaire', status: 'draft' },
    item: [{ linkId: '1', text: 'How was today?', type: 'text' }],
  };
  const pack = { name: 'After a move', stage: 1, exercises: [{ code: 'R01', then: true }, { code: 'B01' }] };
  const packIds = { packId: '99999999-9999-4999-8999-999999999999' };
  return {
    'PacksController.list': { as },
    'PacksController.one': { as, ids: packIds },
    'PacksController.create': { as, keyed: true, body: pack, loose: /^(stage|exercises)/ },
    'PacksController.save': { as, ids: packIds, version: 1, body: pack, loose: /^(stage|exercises)/ },
    'PacksController.retire': {
      ...{ as, ids: packIds, version: 1, keyed: true },
      body: { reason: 'another one is better' },
    },
    'ExercisesController.list': { as },
    'ExercisesController.one': { as, ids },
    'ExercisesController.create': { as, keyed: true, body: { track: 'R', content }, loose: /^content\b/ },
    'ExercisesController.import': {
      ...{ as, keyed: true, loose: /^(questionnaire\b|attested|licenceReference)/ },
      body: { track: 'B', questionnaire, attested: true, licenceReference: 'letter 12' },
    },
    'ExercisesController.save': { as, ids, version: 1, body: { content }, loose: /^content\b/ },
    'ExercisesController.publish': {
      ...{ as, ids, version: 1, keyed: true, loose: /^keepsWords$/ },
      body: { reason: 'a first version', keepsWords: true },
    },
    'ExercisesController.retire': { as, ids, version: 1, keyed: true, body: { reason: 'no longer used' } },
  };
}
