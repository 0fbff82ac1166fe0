import { say } from '../../shared/localized.js';
import { behaviorCategories, roughFrequency } from './recovering-fields.js';
import type { Field } from '../field.js';

const duringRow: readonly Field[] = [
  {
    key: 'category',
    kind: 'choice',
    label: say('Kind of behavior', 'Tipo de conducta'),
    required: true,
    options: behaviorCategories,
  },
  {
    key: 'period',
    kind: 'line',
    label: say('From when to when', 'Desde cuándo hasta cuándo'),
    required: true,
  },
  {
    key: 'how_often',
    kind: 'choice',
    label: say('How often', 'Con qué frecuencia'),
    required: true,
    options: roughFrequency,
  },
  { key: 'how_hidden', kind: 'line', label: say('How I hid it', 'Cómo lo oculté'), required: false },
  {
    key: 'told_instead',
    kind: 'line',
    label: say('What I told you instead', 'Lo que le dije en su lugar'),
    required: false,
  },
];

const costRow: readonly Field[] = [
  {
    key: 'kind',
    kind: 'choice',
    label: say('What it touched', 'A qué afectó'),
    required: true,
    options: [
      { value: 'money', label: say('Money', 'Dinero') },
      { value: 'time', label: say('Time', 'Tiempo') },
      { value: 'health', label: say('Health', 'Salud') },
      { value: 'other_risk', label: say('Another risk', 'Otro riesgo') },
    ],
  },
  {
    key: 'fact',
    kind: 'line',
    label: say('The fact, in plain words', 'El hecho, en palabras simples'),
    required: true,
  },
];

const answerRow: readonly Field[] = [
  {
    key: 'question_id',
    kind: 'line',
    label: say('Question number', 'Número de la pregunta'),
    required: true,
  },
  {
    key: 'answer',
    kind: 'text',
    label: say('My answer', 'Mi respuesta'),
    required: true,
    orKey: 'declined_reason',
  },
  {
    key: 'declined',
    kind: 'bool',
    label: say('I choose not to answer this one', 'Prefiero no responder esta'),
    required: false,
  },
  {
    key: 'declined_reason',
    kind: 'line',
    label: say('Why, as I talked over with my therapist', 'Por qué, según lo hablado con mi terapeuta'),
    required: true,
    askedWhen: { key: 'declined', is: [true] },
  },
];

/** The nine sections, a to i. Each may be sent by itself; whether all are there is judged by the review. */
export const documentSections: readonly Field[] = [
  {
    key: 'why_and_hope',
    kind: 'text',
    step: 'a',
    label: say('Why I am sharing this and what I hope for', 'Por qué comparto esto y qué espero'),
    required: false,
  },
  {
    key: 'before_us',
    kind: 'text',
    step: 'b',
    label: say('Before our relationship, in brief', 'Antes de nuestra relación, en breve'),
    required: false,
  },
  {
    key: 'during_us',
    kind: 'list',
    step: 'c',
    label: say('During our relationship', 'Durante nuestra relación'),
    hint: say(
      'Facts only. No details that paint a picture.',
      'Solo hechos. Sin detalles que pinten una imagen.',
    ),
    required: false,
    rows: duringRow,
  },
  {
    key: 'costs_and_risks',
    kind: 'list',
    step: 'd',
    label: say('Money, time, and risks (also to health)', 'Dinero, tiempo y riesgos (también de salud)'),
    required: false,
    rows: costRow,
  },
  {
    key: 'who_knew',
    kind: 'text',
    step: 'e',
    label: say('Who else knew', 'Quién más lo sabía'),
    hint: say(
      'Write roles, such as "a friend". No names.',
      'Escriba el rol, como «una amistad». Sin nombres.',
    ),
    required: false,
  },
  {
    key: 'known_but_incomplete',
    kind: 'text',
    step: 'f',
    label: say('What you already know that was incomplete', 'Lo que usted ya sabe y no estaba completo'),
    required: false,
  },
  {
    key: 'answers',
    kind: 'list',
    step: 'g',
    label: say('Answers to your questions', 'Respuestas a sus preguntas'),
    required: false,
    rows: answerRow,
  },
  {
    key: 'doing_now',
    kind: 'text',
    step: 'h',
    label: say('What I am doing now', 'Lo que hago ahora'),
    required: false,
  },
  {
    key: 'completeness',
    kind: 'text',
    step: 'i',
    label: say(
      'This is complete to the best of my memory. How I will add anything I recall',
      'Esto está completo según lo que recuerdo. Cómo añadiré lo que recuerde después',
    ),
    required: false,
  },
  {
    key: 'completeness_signature',
    kind: 'sig',
    step: 'i',
    label: say('My signature', 'Mi firma'),
    required: false,
  },
];
