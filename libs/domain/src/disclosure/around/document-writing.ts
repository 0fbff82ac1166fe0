import { say, type LocalizedText } from '../../shared/localized.js';
import { r08 } from '../../homework/library/r08.js';
import type { HomeworkTemplate } from '../../homework/template.js';
import { documentPlan, type DocumentSectionId } from './document-sections.js';

const prompts: Readonly<Record<DocumentSectionId, LocalizedText>> = {
  a: say(
    'What you hope that telling the truth will make possible.',
    'Qué espera que decir la verdad haga posible.',
  ),
  b: say(
    'A short account of the time before you met, as far as it belongs here.',
    'Un relato breve del tiempo antes de conocerse, en lo que tenga que ver.',
  ),
  c: say(
    'Each kind of behavior: from when to when, how often, how you hid it, what you said instead.',
    'Cada tipo de conducta: desde cuándo hasta cuándo, con qué frecuencia, cómo lo ocultó, qué dijo en su lugar.',
  ),
  d: say(
    'What it cost in money and time, and any risk to health.',
    'Lo que costó en dinero y tiempo, y cualquier riesgo para la salud.',
  ),
  e: say('Who knew of it, without names.', 'Quién lo sabía, sin nombres.'),
  f: say(
    'What you told before that was not whole, and what is true.',
    'Lo que contó antes que no estaba completo, y lo que es cierto.',
  ),
  g: say(
    'An answer to each question, by its number, no more and no less than asked.',
    'Una respuesta a cada pregunta, por su número, ni más ni menos de lo que pide.',
  ),
  h: say('What you do today, in plain facts.', 'Lo que hace hoy, en hechos simples.'),
  i: say(
    'That this is whole as you recall it, and what you will do if you recall more.',
    'Que esto está completo según recuerda, y qué hará si recuerda más.',
  ),
};

/** A section as an exercise of one text: its title, and what belongs in it. */
export function sectionExercise(section: DocumentSectionId): HomeworkTemplate {
  const { title } = documentPlan[section];
  return {
    ...r08,
    title,
    purpose: prompts[section],
    fields: [{ key: 'text', kind: 'text', label: title, hint: prompts[section], required: false }],
    steps: [],
  };
}
