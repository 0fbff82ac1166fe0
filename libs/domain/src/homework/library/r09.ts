import { say, type LocalizedText } from '../../shared/localized.js';
import { slipFields } from './r09-fields.js';
import type { HomeworkTemplate, Step } from '../template.js';

const step = (key: string, label: LocalizedText): Step => ({ key, label, stages: [1, 2, 3] });

/**
 * R09 Slip disclosure protocol. Where someone under 18 or a crime could be involved, it asks for nothing more and
 * the therapist is told that a call is needed (HW-41). The system never sends any of it to the partner. That the
 * therapist was told, and the partner told or the agreed alternative documented, is confirmed by the therapist,
 * so an honest 'not yet' can be sent at once (HW-42).
 */
export const r09: HomeworkTemplate = {
  code: 'R09',
  version: 1,
  track: 'R',
  title: say('After a slip', 'Después de un tropiezo'),
  purpose: say(
    'Tell the truth soon, with support, and in a way that does no more harm.',
    'Decir la verdad pronto, con apoyo y sin causar más daño.',
  ),
  notes: [
    say(
      'If someone under 18 or a crime could be involved: stop writing and call your therapist.',
      'Si pudiera tratarse de alguien menor de 18 años o de un delito: deje de escribir y llame a su terapeuta.',
    ),
    say(
      'The app sends none of this to your partner. You tell your partner yourself, as your agreement says.',
      'La aplicación no envía nada de esto a su pareja. Usted se lo cuenta, como dice su acuerdo.',
    ),
    say(
      'Telling it is the hard part, and you are doing it. Shame makes sense here. It can pass.',
      'Contarlo es lo difícil, y usted lo hace. La vergüenza tiene sentido aquí. Puede pasar.',
    ),
  ],
  fields: slipFields,
  steps: [
    step('safe', say('Safe now?', '¿A salvo ahora?')),
    step('facts', say('What happened, in brief', 'Qué pasó, en breve')),
    step('support', say('My support', 'Mi apoyo')),
    step('partner', say('My partner', 'Mi pareja')),
    step('script', say('Words for telling', 'Palabras para contarlo')),
    step('repair', say('Repair', 'Reparar')),
  ],
  cadence: { kind: 'on_event' },
  minutes: 15,
  privacy: 'P1',
  sharing: { kind: 'none' },
  stages: [1, 2, 3],
  feeds: ['CT'],
  completion: [{ kind: 'answers' }, { kind: 'therapist_confirms' }],
  lockedBy: [],
  avoid: [say('Any detail beyond the kind', 'Cualquier detalle más allá del tipo')],
  noticesTherapist: [{ field: 'stop_check', values: ['could_be'] }],
};
