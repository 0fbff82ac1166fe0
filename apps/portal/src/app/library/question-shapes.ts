import type { Field, FieldKind, FieldOption, LocalizedText } from '@trellis/domain';

const blank: LocalizedText = { en: '', es: '' };
const choosing: readonly FieldKind[] = ['choice', 'multi', 'risk'];
const scales: readonly FieldKind[] = ['s04', 's10'];
const numbers: readonly FieldKind[] = ['num', 'min'];

export const isChoosing = (kind: FieldKind): boolean => choosing.includes(kind);
export const isScale = (kind: FieldKind): boolean => scales.includes(kind);
export const isNumber = (kind: FieldKind): boolean => numbers.includes(kind);

/** The first of q1, q2 … that is not taken. Keys tell questions and answers apart; nobody has to read them. */
export function freeKey(letter: 'q' | 'a' | 'c', taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${letter}${number.toString()}`)) number += 1;
  return `${letter}${number.toString()}`;
}

export function newQuestion(letter: 'q' | 'c', taken: readonly Field[]): Field {
  const keys = taken.map(({ key }) => key);
  return {
    key: freeKey(letter, keys),
    kind: letter === 'q' ? 'text' : 'line',
    label: blank,
    required: letter === 'q',
  };
}

export function newOption(taken: readonly FieldOption[]): FieldOption {
  const keys = taken.map(({ value }) => value);
  return { value: freeKey('a', keys), label: blank };
}

/** The question with another kind of answer: what does not go with it leaves, what it cannot do without is begun. */
export function withKind(field: Field, kind: FieldKind): Field {
  const { options, range, ends, alarm, rows, leastRows, ...rest } = field;
  const next: Field = { ...rest, kind };
  if (isChoosing(kind)) {
    const [first, second, ...more] = options ?? [];
    const one = first ?? newOption([]);
    const kept = [one, second ?? newOption([one]), ...more];
    return {
      ...next,
      options: kind === 'multi' ? kept.map(({ value, label }) => ({ value, label })) : kept,
    };
  }
  if (isScale(kind))
    return {
      ...next,
      ends: ends ?? [blank, blank],
      ...(alarm === undefined || kind !== field.kind ? {} : { alarm }),
    };
  if (isNumber(kind)) return range === undefined ? next : { ...next, range };
  if (kind === 'list')
    return {
      ...next,
      rows: rows ?? [newQuestion('c', [])],
      ...(leastRows === undefined ? {} : { leastRows }),
    };
  return next;
}

/** `list` with the thing at `at` moved by one place; the same list where it cannot go further. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const [one, other] = [list[at], list[at + by]];
  if (one === undefined || other === undefined) return list;
  return list.map((thing, index) => (index === at ? other : index === at + by ? one : thing));
}

export function replaced<T>(list: readonly T[], at: number, by: T): readonly T[] {
  return list.map((thing, index) => (index === at ? by : thing));
}

export function removed<T>(list: readonly T[], at: number): readonly T[] {
  return list.filter((_, index) => index !== at);
}
