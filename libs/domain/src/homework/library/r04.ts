import { say } from '../../shared/localized.js';
import { momentFields, reviewFields } from './r04-fields.js';
import type { HomeworkTemplate } from '../template.js';

/**
 * R04 Urge and trigger log. Moments are sent as they happen; the week is done with its review, so the rows of the
 * review are part of being done. A slip offers R09 (HW-43).
 */
export const r04: HomeworkTemplate = {
  code: 'R04',
  version: 1,
  track: 'R',
  title: say('Urge and trigger log', 'Registro de ganas y detonantes'),
  purpose: say(
    'Learn your pattern, so that you can act sooner.',
    'Conocer su patrón, para poder actuar antes.',
  ),
  notes: [
    say(
      'Name the situation, not what you saw. You cannot add pictures or links here.',
      'Nombre la situación, no lo que vio. Aquí no se pueden añadir fotos ni enlaces.',
    ),
    say('This log does not go to your partner.', 'Este registro no llega a su pareja.'),
  ],
  fields: [
    {
      key: 'entry_kind',
      kind: 'choice',
      label: say('What do you want to write down?', '¿Qué quiere anotar?'),
      required: true,
      options: [
        { value: 'moment', label: say('An urge or a trigger', 'Ganas o un detonante') },
        { value: 'weekly_review', label: say('My week', 'Mi semana') },
      ],
    },
    ...momentFields,
    ...reviewFields,
  ],
  cadence: { kind: 'on_event', leastPerWeek: 1 },
  minutes: 4,
  privacy: 'P1',
  sharing: { kind: 'none' },
  stages: [1, 2, 3],
  feeds: ['CG'],
  completion: [{ kind: 'answers' }, { kind: 'rows', key: 'top_situations', least: 2, orKey: 'quiet_week' }],
  lockedBy: [],
  avoid: [
    say(
      'Listing content; pictures and videos are never taken in',
      'Anotar contenidos; nunca se reciben fotos ni videos',
    ),
  ],
};
