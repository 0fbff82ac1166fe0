import type { Instrument } from '@trellis/domain';

/** Lists of items that a clinic names because copies of the instrument differ. */
export interface AskedLists {
  readonly scales: readonly string[];
  readonly reversed: boolean;
}

/** What the clinic must say about its copy; nothing for most instruments. */
export function askedLists({ scoring }: Instrument): AskedLists {
  if (scoring.kind !== 'scales') return { scales: [], reversed: false };
  const scales = scoring.scales.filter(({ items }) => items === 'mapped').map(({ key }) => key);
  return { scales, reversed: scoring.reversed === 'mapped' || scales.length > 0 };
}

/** LinkIds as they were typed, parted by commas or spaces. */
export function listOf(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter((one) => one !== '');
}

/** The mapping that is sent; nothing where nothing was typed. */
export function mappingOf(
  asked: AskedLists,
  typed: Readonly<Record<string, string>>,
): Record<string, unknown> | undefined {
  const items = listOf(typed['items'] ?? '');
  if (items.length === 0 && asked.scales.length === 0 && !asked.reversed) return undefined;
  const scales = asked.scales.map((key) => [key, listOf(typed[`scale:${key}`] ?? '')] as const);
  return {
    items: items.length === 0 ? null : items,
    reversed: asked.reversed ? listOf(typed['reversed'] ?? '') : null,
    scales: Object.fromEntries(scales),
  };
}
