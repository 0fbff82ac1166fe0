import {
  emptyClinicTemplate,
  templateChanges,
  type ClinicTemplate,
  type Field,
  type LocalizedText,
} from '@trellis/domain';
import { freeKey } from './question-shapes';

/** Whether two texts of an exercise say the same, in whatever order their parts were kept. */
export function sameExercise(one: ClinicTemplate, other: ClinicTemplate): boolean {
  return templateChanges(one, other).length === 0;
}

/**
 * Both texts in one, when two people wrote at once: the sentences side by side, the questions of `mine` and behind
 * them those of `theirs` that differ, under keys of their own. Rhythm, readers and rules are those of `mine`.
 */
export function bothExercises(theirs: ClinicTemplate, mine: ClinicTemplate): ClinicTemplate {
  const fields = theirs.fields
    .filter((field) => !mine.fields.some((own) => sameQuestion(own, field)))
    .reduce<readonly Field[]>((all, field) => [...all, withFreeKey(field, all)], mine.fields);
  return {
    ...mine,
    title: sideBySide(theirs.title, mine.title),
    purpose: sideBySide(theirs.purpose, mine.purpose),
    fields,
    notes: union(theirs.notes, mine.notes),
    avoid: union(theirs.avoid, mine.avoid),
  };
}

function withFreeKey(field: Field, taken: readonly Field[]): Field {
  const keys = taken.map(({ key }) => key);
  return keys.includes(field.key) ? { ...field, key: freeKey('q', keys) } : field;
}

function sameQuestion(one: Field, other: Field): boolean {
  return sameExercise({ ...emptyClinicTemplate, fields: [one] }, { ...emptyClinicTemplate, fields: [other] });
}

function sideBySide(theirs: LocalizedText, mine: LocalizedText): LocalizedText {
  const join = (a: string, b: string): string => (a === b || a === '' ? b : b === '' ? a : `${a} / ${b}`);
  return { en: join(theirs.en, mine.en), es: join(theirs.es, mine.es) };
}

function union(theirs: readonly LocalizedText[], mine: readonly LocalizedText[]): readonly LocalizedText[] {
  const isNew = ({ en, es }: LocalizedText): boolean => !mine.some((own) => own.en === en && own.es === es);
  return [...mine, ...theirs.filter(isNew)];
}
