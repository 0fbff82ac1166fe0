import { say } from '../../shared/localized.js';
import type { HomeworkTemplate } from '../template.js';

/** R02 Private journal. All of it is the author's alone, until they lift a single entry to their therapist (HW-44). */
export const r02: HomeworkTemplate = {
  code: 'R02',
  version: 1,
  track: 'R',
  title: say('Private journal', 'Diario privado'),
  purpose: say(
    'Room to think on paper, with no one watching.',
    'Un espacio para pensar por escrito, a solas.',
  ),
  notes: [
    say(
      'Only you can read this. Your therapist sees that you wrote, not what. You may share one entry if you want to.',
      'Solo usted puede leer esto. Su terapeuta ve que escribió, no qué. Puede compartir una entrada si lo desea.',
    ),
    say(
      'Write about what you feel and need. Leave out sexual detail. It can stir up the pull.',
      'Escriba sobre lo que siente y necesita. Deje fuera los detalles sexuales. Pueden despertar las ganas.',
    ),
  ],
  prompts: [
    say('What did I want to hide today, and from whom?', '¿Qué quise ocultar hoy, y de quién?'),
    say('Where did my words and feelings match?', '¿Dónde coincidieron mis palabras y lo que sentía?'),
    say('What did I need before the urge came?', '¿Qué necesitaba antes de que llegaran las ganas?'),
  ],
  fields: [
    { key: 'entry', kind: 'text', label: say('Write what comes', 'Escriba lo que venga'), required: false },
    {
      key: 'mood',
      kind: 's10',
      label: say('My mood right now', 'Mi ánimo ahora mismo'),
      ends: [say('Very low', 'Muy bajo'), say('Very good', 'Muy bueno')],
      required: true,
      orKey: 'entry',
    },
  ],
  cadence: { kind: 'weekly', times: 3 },
  minutes: 10,
  privacy: 'P0',
  sharing: { kind: 'therapist', to: 'T_RP' },
  stages: [1, 2, 3],
  feeds: ['CG'],
  completion: [{ kind: 'answers' }],
  lockedBy: [],
  avoid: [
    say('Detailed erotic writing', 'Textos eróticos con detalle'),
    say('Going over the same thoughts again and again', 'Dar vueltas a las mismas ideas una y otra vez'),
  ],
};
