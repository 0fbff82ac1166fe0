import { b09 } from '../../homework/library/b09.js';
import type { HomeworkTemplate } from '../../homework/template.js';
import { say, type LocalizedText } from '../../shared/localized.js';

/** The lines of a support plan for the day (clinical brief 3/B09), and whether a line is shared for logistics. */
export type SupportPlanLine = Readonly<{ id: string; text: LocalizedText; sharedForLogistics: boolean }>;

function own(id: string, en: string, es: string): SupportPlanLine {
  return { id, text: say(en, es), sharedForLogistics: false };
}

function shared(id: string, en: string, es: string): SupportPlanLine {
  return { ...own(id, en, es), sharedForLogistics: true };
}

/** Each plan is made in forms A, B and C: as hoped, harder than hoped, and "I need to be elsewhere". */
export const supportPlanForms = ['A', 'B', 'C'] as const;

/**
 * One plan per person (FTD-69). Only transport, children and pets, and work cover go to the couple therapist; where
 * somebody sleeps, and whom they call, stays with their own therapist.
 */
export const supportPlanLines: readonly SupportPlanLine[] = [
  shared('transport', 'How I get there and back', 'Cómo voy y vuelvo'),
  own('sleep', 'Where I sleep', 'Dónde duermo'),
  own('on_call', 'Who is on call for me', 'Quién está disponible para mí'),
  shared('children_pets', 'Children and pets', 'Menores y mascotas'),
  shared('work_cover', 'Cover at work', 'Reemplazo en el trabajo'),
  own('food', 'Food', 'Comida'),
  own('medication', 'Medication', 'Medicación'),
  own('no_contact_about', 'What I do not want contact about', 'De qué no quiero que me contacten'),
  own('comfort', 'What comforts me', 'Lo que me reconforta'),
  own('code_word', 'My code word', 'Mi palabra clave'),
  own(
    'decision_pause',
    'Days I wish to wait with big decisions',
    'Días que deseo esperar con decisiones grandes',
  ),
  own('contacts', 'My contacts at 24 and 72 hours', 'Mis contactos a las 24 y 72 horas'),
];

/** The lines that the couple therapist may see. */
export function logisticsSubset(): readonly string[] {
  return supportPlanLines.filter(({ sharedForLogistics }) => sharedForLogistics).map(({ id }) => id);
}

/** One form of the plan as something that is written: a text for each line, none of them asked for. */
export function supportPlanExercise(): HomeworkTemplate {
  return {
    ...b09,
    title: say('My plan for the day', 'Mi plan para el día'),
    fields: supportPlanLines.map(({ id, text }) => ({ key: id, kind: 'text', label: text, required: false })),
    steps: [],
  };
}
