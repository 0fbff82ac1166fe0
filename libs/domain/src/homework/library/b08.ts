import { say } from '../../shared/localized.js';
import type { HomeworkTemplate } from '../template.js';

/**
 * B08 Disclosure question list. By the author's release the whole list goes to the recovering person's therapist in
 * one batch, and to nobody else (HW-54). The second note is for late evenings, when grounding is offered first: from
 * which hour on is a setting of the disclosure. The therapist's advice and the standing of a question are kept beside
 * it, so that nothing is lost between drafts.
 */
export const b08: HomeworkTemplate = {
  code: 'B08',
  version: 1,
  track: 'B',
  title: say('My questions', 'Mis preguntas'),
  purpose: say('Gather what you want to know, at your pace.', 'Reunir lo que quiere saber, a su ritmo.'),
  fields: [
    {
      key: 'questions',
      kind: 'list',
      label: say('My questions', 'Mis preguntas'),
      hint: say('You can change or drop each one.', 'Puede cambiar o quitar cada una.'),
      required: true,
      leastRows: 1,
      rows: [
        {
          key: 'question',
          kind: 'text',
          label: say('What I want to ask', 'Lo que quiero preguntar'),
          required: true,
        },
        {
          key: 'category',
          kind: 'choice',
          label: say('What it is about', 'De qué trata'),
          required: false,
          options: [
            { value: 'what_happened', label: say('what happened', 'qué pasó') },
            { value: 'when', label: say('when and how long', 'cuándo y por cuánto tiempo') },
            { value: 'people', label: say('other people', 'otras personas') },
            { value: 'money', label: say('money', 'dinero') },
            { value: 'health', label: say('health', 'salud') },
            { value: 'hiding', label: say('how it was hidden', 'cómo se ocultó') },
            { value: 'us', label: say('us', 'la relación') },
            { value: 'now', label: say('today and from now on', 'hoy y de aquí en adelante') },
            { value: 'other', label: say('something else', 'otra cosa') },
          ],
        },
        {
          key: 'reason',
          kind: 'text',
          label: say('Why I want to know', 'Por qué quiero saberlo'),
          required: false,
        },
        { key: 'fear', kind: 'text', label: say('What I fear', 'Lo que temo'), required: false },
        {
          key: 'detail_level',
          kind: 'choice',
          label: say('How much I want to hear', 'Cuánto quiero oír'),
          hint: say(
            'You can ask for less later. What has been heard stays.',
            'Más tarde puede pedir menos. Lo que se oye, se queda.',
          ),
          required: true,
          options: [
            { value: 'yes_no', label: say('yes or no', 'sí o no') },
            { value: 'number_range', label: say('a number or a range', 'un número o un rango') },
            { value: 'summary', label: say('a short summary', 'un resumen corto') },
            { value: 'do_not_tell', label: say('do not tell me', 'no quiero saberlo') },
          ],
        },
        {
          key: 'therapist_advice',
          kind: 'text',
          label: say('What my therapist and I think of it', 'Lo que mi terapeuta y yo pensamos de esto'),
          hint: say('You can fill this in together.', 'Pueden llenarlo en una sesión.'),
          required: false,
        },
        {
          key: 'status',
          kind: 'choice',
          label: say('Where it stands', 'En qué está'),
          required: false,
          options: [
            { value: 'draft', label: say('still thinking', 'lo estoy pensando') },
            { value: 'ready', label: say('ready to ask', 'se puede preguntar') },
            { value: 'set_aside', label: say('set aside for now', 'la dejo por ahora') },
          ],
        },
      ],
    },
  ],
  cadence: { kind: 'sittings', least: 2, most: 4 },
  minutes: 30,
  privacy: 'P1',
  sharing: { kind: 'therapist', to: 'T_RP' },
  stages: [1],
  feeds: ['CT', 'PI'],
  completion: [{ kind: 'answers' }, { kind: 'therapist_confirms' }],
  lockedBy: [],
  avoid: [
    say(
      'Late at night, when the app warns and offers grounding; agree on daytime sittings',
      'Tarde en la noche, cuando la aplicación avisa y ofrece un ejercicio de calma; acuerden horas de día',
    ),
  ],
  notes: [
    say(
      'Your own therapist reads this with you. When you say so, the whole list goes to your partner’s therapist in one go. Your partner does not get it from us.',
      'Su terapeuta lo lee con usted. Cuando usted lo diga, toda la lista va de una vez a la persona que atiende a su pareja. Su pareja no la recibe por este medio.',
    ),
    say(
      'Is it late? Then this list can wait. Rest comes first, or a grounding exercise.',
      '¿Es tarde? Entonces esta lista puede esperar. Primero el descanso, o un ejercicio de calma.',
    ),
  ],
};
