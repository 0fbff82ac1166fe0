import { say } from '../../shared/localized.js';
import { coupleLocks, mayStop, oneLine, signatures, writtenTogether } from './couple-fields.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

const arrangements: readonly Field[] = [
  {
    key: 'sleeping',
    kind: 'line',
    label: say('Where each of us sleeps', 'Dónde duerme cada persona'),
    hint: oneLine,
    required: false,
    by: 'together',
  },
  {
    key: 'contact',
    kind: 'line',
    label: say('How often we are in touch', 'Cada cuánto hablamos'),
    hint: oneLine,
    required: false,
    by: 'together',
  },
  {
    key: 'topics_off_limits',
    kind: 'list',
    label: say('Topics that wait', 'Temas que esperan'),
    required: false,
    by: 'together',
    rows: [{ key: 'topic', kind: 'line', label: say('Topic', 'Tema'), required: true }],
  },
  {
    key: 'children',
    kind: 'line',
    label: say(
      'Who looks after the children, and what they hear',
      'Quién cuida a las hijas y los hijos, y qué se les dice',
    ),
    hint: say('Ages are enough. Please no names.', 'Bastan las edades. Sin nombres, por favor.'),
    required: false,
    by: 'together',
  },
  {
    key: 'who_knows',
    kind: 'line',
    label: say('Who may know', 'Quién puede saberlo'),
    hint: say('Such as “a friend”. Please no names.', 'Por ejemplo, «una amistad». Sin nombres, por favor.'),
    required: false,
    by: 'together',
  },
  {
    key: 'signals',
    kind: 'line',
    label: say('Our signal for “stop” or “I need help”', 'Nuestra señal para «alto» o «necesito ayuda»'),
    hint: oneLine,
    required: false,
    by: 'together',
  },
  {
    key: 'kindness_rules',
    kind: 'list',
    label: say('Rules of kindness', 'Reglas de buen trato'),
    required: false,
    by: 'together',
    rows: [{ key: 'rule', kind: 'line', label: say('Rule', 'Regla'), required: true }],
  },
  {
    key: 'no_big_decisions',
    kind: 'bool',
    label: say(
      'We wish to make no big decisions in these 48 hours',
      'Deseamos no decidir nada grande en estas 48 horas',
    ),
    hint: say('A wish. It binds nobody.', 'Es un deseo. No obliga a nadie.'),
    required: false,
    by: 'together',
  },
];

/** C17 48-hour after-disclosure pact. Done with both signatures; no single arrangement is forced (HW-65). */
export const c17: HomeworkTemplate = {
  code: 'C17',
  version: 1,
  track: 'C',
  title: say('The first 48 hours', 'Las primeras 48 horas'),
  purpose: say(
    'Plan the two days after the formal disclosure.',
    'Planear los dos días después de la revelación formal.',
  ),
  fields: [...arrangements, ...signatures],
  cadence: { kind: 'once' },
  minutes: 25,
  privacy: 'P4',
  sharing: { kind: 'together' },
  stages: [1],
  feeds: ['TS', 'PI'],
  completion: [{ kind: 'both_parts' }, { kind: 'signed', by: ['RP', 'BP'] }],
  lockedBy: coupleLocks,
  avoid: [],
  notes: [
    writtenTogether,
    mayStop,
    say('Do this with your couple therapist.', 'Háganlo con su terapeuta de pareja.'),
  ],
};
