import { say, type LocalizedText } from '../../shared/localized.js';
import { coupleLocks, hiddenUntilBoth, mayStop, oneLine } from './couple-fields.js';
import { notAtAllToFully } from './shared-fields.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

type Items = readonly [LocalizedText, LocalizedText, LocalizedText];

/** Three items from 0 to 4, the overall view from 0 to 10, what moved it, and a request: keys name the subscale. */
function subscale(key: string, overall: LocalizedText, items: Items): readonly Field[] {
  return [
    ...items.map((label, index): Field => ({
      key: `${key}_${index + 1}`,
      kind: 's04',
      label,
      ends: notAtAllToFully,
      required: false,
    })),
    {
      key: `${key}_overall`,
      kind: 's10',
      label: overall,
      ends: [say('None of it', 'Nada'), say('All of it', 'Del todo')],
      required: true,
    },
    {
      key: `${key}_moved`,
      kind: 'line',
      label: say('One thing that moved it', 'Algo que lo movió'),
      hint: oneLine,
      required: false,
    },
    {
      key: `${key}_request`,
      kind: 'line',
      label: say('One thing I ask for', 'Algo que pido'),
      hint: oneLine,
      required: false,
    },
  ];
}

/**
 * C08 Trust-three review: predictability, transparency and shared values, three items each. An item may stay open,
 * because a subscale needs two of its three. Where the two views differ, the couple sees it first in a session (HW-66).
 */
export const c08: HomeworkTemplate = {
  code: 'C08',
  version: 1,
  track: 'C',
  title: say('Three sides of trust', 'Tres lados de la confianza'),
  purpose: say('See how trust stands this month.', 'Ver cómo está la confianza este mes.'),
  fields: [
    ...subscale('predictability', say('I knew what was coming', 'Supe qué iba a pasar'), [
      say('Plans and promises came true', 'Los planes y las promesas se cumplieron'),
      say('I knew what to expect', 'Supe qué esperar'),
      say('Surprises were shared early', 'Lo inesperado se contó pronto'),
    ]),
    ...subscale('transparency', say('Things were open between us', 'Hubo claridad en la pareja'), [
      say('I had the information I need', 'Tuve la información que necesito'),
      say('Questions were welcome', 'Las preguntas fueron bienvenidas'),
      say('The inner world was visible', 'Se pudo ver lo que había por dentro'),
    ]),
    ...subscale('shared_values', say('We want the same things', 'Queremos lo mismo'), [
      say(
        'We want the same kind of sexual and emotional life',
        'Queremos el mismo tipo de vida sexual y emocional',
      ),
      say('We agree what honesty means', 'Entendemos lo mismo por honestidad'),
      say('Decisions matched our values', 'Las decisiones siguieron nuestros valores'),
    ]),
  ],
  cadence: { kind: 'monthly', months: 1 },
  minutes: 20,
  privacy: 'P4',
  sharing: { kind: 'reveal_on_both', inSession: true },
  stages: [1, 2, 3],
  feeds: ['CT'],
  completion: [{ kind: 'both_parts' }],
  lockedBy: coupleLocks,
  avoid: [
    say(
      'Opening a gap between the two views outside a session',
      'Abrir fuera de una sesión una diferencia entre las dos miradas',
    ),
  ],
  notes: [
    hiddenUntilBoth,
    mayStop,
    say(
      'Your views may differ. You see that first in a session, with your therapist.',
      'Sus miradas pueden ser distintas. Eso se ve primero en una sesión, con su terapeuta.',
    ),
    say(
      'Think of the last month. You may leave a line open.',
      'Piense en el último mes. Puede dejar una línea sin responder.',
    ),
  ],
};
