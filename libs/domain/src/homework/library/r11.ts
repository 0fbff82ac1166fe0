import { say } from '../../shared/localized.js';
import type { HomeworkTemplate } from '../template.js';

/**
 * R11 Restitution letter. It opens once the impact letter was delivered or the partner chose not to write one, the
 * partner receives it in a session only, and it is done when it was delivered (HW-48).
 */
export const r11: HomeworkTemplate = {
  code: 'R11',
  version: 1,
  track: 'R',
  title: say('Restitution letter', 'Carta de reparación'),
  purpose: say(
    'Answer what you heard, own it, and say what you do now.',
    'Responder a lo que escuchó, hacerse cargo y decir lo que hace ahora.',
  ),
  notes: [
    say(
      'Your partner gets this only in a session, after you and the therapists agree. Take several drafts.',
      'Su pareja la recibe solo en una sesión, cuando haya acuerdo entre usted y quienes llevan la terapia. Haga varios borradores.',
    ),
    say(
      'Do not ask for an answer, and set no date for one.',
      'No pida una respuesta ni ponga fecha para recibirla.',
    ),
  ],
  fields: [
    {
      key: 'heard',
      kind: 'text',
      label: say('What I heard you say, in your words', 'Lo que le escuché decir, en sus palabras'),
      required: false,
    },
    {
      key: 'effects',
      kind: 'text',
      label: say(
        'How my choices affected your safety, body, trust, and story',
        'Cómo afectaron mis decisiones su seguridad, su cuerpo, su confianza y su historia',
      ),
      required: false,
    },
    {
      key: 'mine',
      kind: 'text',
      label: say('What was mine and never yours', 'Lo que fue mío y nunca suyo'),
      required: false,
    },
    {
      key: 'now',
      kind: 'text',
      label: say('What I do now so it does not happen again', 'Lo que hago ahora para que no se repita'),
      required: false,
    },
    {
      key: 'may_ask',
      kind: 'text',
      label: say('What you may ask of me', 'Lo que puede pedirme'),
      required: false,
    },
    {
      key: 'no_response',
      kind: 'text',
      label: say('I do not ask you to respond', 'No le pido que responda'),
      required: false,
    },
  ],
  cadence: { kind: 'sittings', least: 3, most: 5 },
  minutes: 45,
  privacy: 'P1',
  sharing: { kind: 'session' },
  stages: [2],
  feeds: ['ED', 'CG'],
  completion: [{ kind: 'process', states: ['RESTITUTION_DELIVERED'] }],
  lockedBy: ['before_disclosure_state'],
  opensFrom: ['IMPACT_DELIVERED', 'RESTITUTION_PREP'],
  avoid: [
    say(
      'Before the impact letter was read, or the partner chose not to write one',
      'Antes de leer la carta de impacto, o de que la pareja decida no escribirla',
    ),
  ],
};
