import { say, type LocalizedText } from '../../shared/localized.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

/**
 * B10 Impact letter (HW-56). Wholly optional: it is done once it was delivered in a session, or once the author has
 * opted out. Stage 2; aftercare opens it for drafting sooner. No section is asked for and there is no deadline.
 */
export const b10: HomeworkTemplate = {
  code: 'B10',
  version: 1,
  track: 'B',
  title: say('Impact letter', 'Carta sobre el impacto'),
  purpose: say('Say, in your words, what it did to you.', 'Decir, en sus palabras, lo que le hizo.'),
  fields: [
    section('believed_before', say('What I believed before', 'Lo que yo creía antes')),
    section(
      'safety_and_body',
      say('What happened to my safety and my body', 'Qué pasó con mi seguridad y mi cuerpo'),
    ),
    section('self_and_sexuality', say('How I see myself, and my sexuality', 'Cómo me veo, y mi sexualidad')),
    section(
      'life_around',
      say('Family, friends, money, work, faith', 'Familia, amistades, dinero, trabajo, fe'),
      say('Only the parts that fit your life.', 'Solo las partes que van con su vida.'),
    ),
    section('lost', say('What I lost', 'Lo que perdí')),
    section('still_happens', say('What still happens in me', 'Lo que todavía pasa en mí')),
    section('need_to_see', say('What I need to see, not hear', 'Lo que necesito ver, no oír')),
    section('not_asking_for', say('What I am not asking for', 'Lo que no estoy pidiendo')),
  ],
  cadence: { kind: 'sittings', least: 3, most: 5 },
  minutes: 45,
  privacy: 'P1',
  sharing: { kind: 'session' },
  stages: [2],
  feeds: ['ED', 'PI'],
  completion: [{ kind: 'process', states: ['IMPACT_DELIVERED', 'RESTITUTION_PREP'] }],
  lockedBy: ['acute_risk'],
  opensFrom: ['AFTERCARE'],
  avoid: [
    say('While there is acute risk', 'Mientras haya un riesgo agudo'),
    say('Any pressure to finish by a date', 'Toda presión para acabar en una fecha'),
  ],
  notes: [
    say(
      'You never have to write this letter. Not writing it is a full answer too. Tell your therapist if you would rather not.',
      'Nunca tiene que escribir esta carta. No escribirla también es una respuesta completa. Si prefiere no hacerlo, dígalo a su terapeuta.',
    ),
    say(
      'Your partner hears it only in a session, and only after you and your therapist say yes.',
      'Su pareja la oye solo en una sesión, y solo si usted y su terapeuta dicen que sí.',
    ),
  ],
};

function section(key: string, label: LocalizedText, hint?: LocalizedText): Field {
  return { key, kind: 'text', label, ...(hint ? { hint } : {}), required: false };
}
