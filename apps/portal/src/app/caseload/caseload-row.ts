import type { CaseloadRowView, SparklineView } from '@trellis/contracts';

/** First and last value of a sparkline in whole points, or null while it has none. */
export function spanOf(
  line: SparklineView,
): { readonly from: number; readonly to: number; readonly partial: boolean } | null {
  const values = line.points.flatMap(({ value, partial }) => (value === null ? [] : [{ value, partial }]));
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { from: Math.round(first.value), to: Math.round(last.value), partial: last.partial };
}

/** True while no predictor of the couple has a reading. */
export function hasNoReadings(row: CaseloadRowView): boolean {
  return row.sparklines.every((line) => spanOf(line) === null);
}

/** The name of one side, '' while the person has not joined: for the pair of marks. */
export function joinedName(row: CaseloadRowView, side: 'RP' | 'BP'): string {
  const person = row.people.find((one) => one.side === side);
  return person?.enrolled === true ? person.name : '';
}

/** Names in the order recovering person, partner. */
export function namesOf(row: CaseloadRowView): readonly string[] {
  return (['RP', 'BP'] as const).flatMap((side) =>
    row.people.filter((one) => one.side === side).map(({ name }) => name),
  );
}

/** Names of those who have not joined yet. */
export function awaited(row: CaseloadRowView): readonly string[] {
  return row.people.filter(({ enrolled }) => !enrolled).map(({ name }) => name);
}
