import { asLocalDate, daysBetween } from '@trellis/domain';

const longestDays = 60;

/** True for a span that ends before it begins, or that is longer than 61 days. */
export function wrongSpan({ from, to }: { readonly from: string; readonly to: string }): boolean {
  const days = daysBetween(asLocalDate(from), asLocalDate(to));
  return days < 0 || days > longestDays;
}
