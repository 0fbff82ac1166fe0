import { say, type LocalizedText } from '../../shared/localized.js';
import { documentSections } from './r08-fields.js';
import type { HomeworkTemplate, Step } from '../template.js';

const section = (key: string, label: LocalizedText): Step => ({ key, label, stages: [1] });

/**
 * R08 Disclosure document. Written section by section once preparation has begun and the legal question is
 * answered (HW-46). The partner's therapist reads it in their review, the partner hears it in the session only, and
 * the process says when it is done (HW-47).
 */
export const r08: HomeworkTemplate = {
  code: 'R08',
  version: 1,
  track: 'R',
  title: say('Disclosure document', 'Documento de revelación'),
  purpose: say(
    'Write down the facts, with help, so that they can be heard once and whole.',
    'Escribir los hechos, con ayuda, para que se escuchen una sola vez y completos.',
  ),
  notes: [
    say(
      'Talk about legal questions with your therapist before you write. Your therapist must report certain risks.',
      'Hable de las dudas legales con su terapeuta antes de escribir. Su terapeuta debe reportar ciertos riesgos.',
    ),
    say(
      'Facts only: no blame, no reasons why, no details that paint a picture, no names of other people.',
      'Solo hechos: sin culpas, sin excusas, sin detalles que pinten una imagen, sin nombres de otras personas.',
    ),
    say(
      'First your therapist reads it. Then your partner’s therapist does. Your partner hears it in the session, not before.',
      'Primero lo lee su terapeuta. Luego, la persona que atiende a su pareja en terapia. Su pareja lo escucha en la sesión, no antes.',
    ),
  ],
  fields: documentSections,
  steps: [
    section('a', say('Why I share this', 'Por qué comparto esto')),
    section('b', say('Before us', 'Antes de la relación')),
    section('c', say('During our relationship', 'Durante nuestra relación')),
    section('d', say('Money, time, and risks', 'Dinero, tiempo y riesgos')),
    section('e', say('Who else knew', 'Quién más lo sabía')),
    section('f', say('What was incomplete', 'Lo que no estaba completo')),
    section('g', say('Answers to your questions', 'Respuestas a sus preguntas')),
    section('h', say('What I do now', 'Lo que hago ahora')),
    section('i', say('Complete, as I recall it', 'Completo, según recuerdo')),
  ],
  cadence: { kind: 'sittings', least: 9, most: 9 },
  minutes: 45,
  privacy: 'P1',
  sharing: { kind: 'session' },
  stages: [1],
  feeds: ['CT'],
  completion: [{ kind: 'process', states: ['READY'] }],
  lockedBy: ['hold', 'acute_risk', 'legal_question_open', 'before_disclosure_state'],
  opensFrom: ['PREPARING'],
  avoid: [
    say(
      'Any hard reason against a disclosure: acute risk, fear or force, substances, acting out that goes on, acute illness, or someone who does not want it',
      'Cualquier razón firme contra la revelación: riesgo agudo, miedo o presión, sustancias, conducta que sigue, enfermedad aguda o alguien que no la quiere',
    ),
    say(
      'A legal question that no lawyer has looked at',
      'Una duda legal que nadie con formación en leyes ha visto',
    ),
  ],
};
