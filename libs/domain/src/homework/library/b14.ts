import { say, type LocalizedText } from '../../shared/localized.js';
import { notAtAllToFully } from './shared-fields.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

/**
 * B14 Reaction tracker: the ten items of the partner's weekly outcome tracker, an outcome and no part of a predictor.
 * No item and no score ever reaches the recovering person; the author may release the one sentence (HW-58),
 * but not while a hold is on (HW-53).
 */
export const b14: HomeworkTemplate = {
  code: 'B14',
  version: 1,
  track: 'B',
  title: say('My reactions this week', 'Mis reacciones esta semana'),
  purpose: say('See how your reactions change over time.', 'Ver cómo cambian sus reacciones con el tiempo.'),
  fields: [
    item(
      'intrusion',
      say('Pictures or thoughts of it pushed in', 'Me vinieron imágenes o ideas de lo que pasó'),
    ),
    item('nightmares', say('Nightmares', 'Pesadillas')),
    item(
      'body_alarm',
      say('My body sounded an alarm when I was reminded', 'Mi cuerpo dio la alarma ante un recuerdo'),
    ),
    item(
      'avoiding',
      say('I stayed away from places, media, or talk', 'Evité lugares, medios o ciertos temas'),
    ),
    item('numb', say('I felt numb or far away', 'No sentí nada o estuve lejos de todo')),
    item('on_guard', say('I was on guard or kept checking', 'Estuve en alerta o comprobé cosas')),
    item('anger', say('Waves of anger', 'Oleadas de enojo')),
    item('self_blame', say('I blamed myself', 'Me eché la culpa')),
    item('sleep', say('My sleep was broken', 'Dormí mal o a ratos')),
    item('concentration', say('It was hard to focus', 'Me costó poner atención')),
    {
      key: 'sentence',
      kind: 'line',
      label: say('A sentence I may want to share', 'Una frase que quizá quiera compartir'),
      hint: say(
        'Your partner never sees these answers or a score. This one sentence goes out only if you say so.',
        'Su pareja nunca ve estas respuestas ni un puntaje. Esta frase sale solo si usted lo decide.',
      ),
      required: false,
    },
  ],
  cadence: { kind: 'weekly', times: 1 },
  minutes: 4,
  privacy: 'P1',
  sharing: { kind: 'partner', fields: ['sentence'] },
  stages: [1, 2, 3],
  feeds: [],
  completion: [{ kind: 'answers' }],
  lockedBy: ['unsafe_release'],
  avoid: [
    say(
      'Reading it as a test for a disorder; a clinic uses its own measure for that',
      'Leerlo como prueba de un trastorno; para eso la clínica usa su propia medida',
    ),
  ],
  notes: [
    say(
      'How much was each of these part of your week? All of them are normal after a betrayal. This is not a test.',
      '¿Cuánto hubo de cada cosa en su semana? Todas son normales después de una traición. Esto no es un examen.',
    ),
  ],
};

function item(key: string, label: LocalizedText): Field {
  return { key, kind: 's04', label, ends: notAtAllToFully, required: true };
}
