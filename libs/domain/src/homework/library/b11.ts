import { say } from '../../shared/localized.js';
import type { HomeworkTemplate } from '../template.js';

/** B11 Loss and grief inventory. One loss, or one tick at what came up, is enough. */
export const b11: HomeworkTemplate = {
  code: 'B11',
  version: 1,
  track: 'B',
  title: say('Losses and grief', 'Pérdidas y duelo'),
  purpose: say('Give each loss a name and a place.', 'Dar a cada pérdida un nombre y un lugar.'),
  fields: [
    {
      key: 'losses',
      kind: 'list',
      label: say('What I lost', 'Lo que perdí'),
      hint: say(
        'One is enough. Small losses count too.',
        'Basta una. Las pérdidas pequeñas también cuentan.',
      ),
      required: true,
      orKey: 'came_up',
      leastRows: 1,
      rows: [
        { key: 'loss', kind: 'line', label: say('The loss', 'La pérdida'), required: true },
        { key: 'when_felt', kind: 'line', label: say('When I feel it', 'Cuándo la siento'), required: false },
        { key: 'honored_by', kind: 'line', label: say('How I honor it', 'Cómo la honro'), required: false },
      ],
    },
    {
      key: 'came_up',
      kind: 'multi',
      label: say('What came up', 'Lo que apareció'),
      hint: say('All of it belongs to grief.', 'Todo esto es parte del duelo.'),
      required: false,
      options: [
        { value: 'tears', label: say('tears', 'lágrimas') },
        { value: 'anger', label: say('anger', 'enojo') },
        { value: 'numb', label: say('feeling numb', 'no sentir nada') },
        { value: 'none', label: say('none of these', 'nada de esto') },
      ],
    },
  ],
  cadence: { kind: 'weekly', times: 1 },
  minutes: 20,
  privacy: 'P1',
  sharing: { kind: 'none' },
  stages: [2],
  feeds: ['TS'],
  completion: [{ kind: 'answers' }],
  lockedBy: [],
  avoid: [],
};
