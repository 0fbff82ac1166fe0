import { preferenceDomains, type MutualRow } from '@trellis/domain';
import type { MutualRowView } from '@trellis/contracts';

export function toMutualRow({ domain, answers }: MutualRow): MutualRowView {
  const label = preferenceDomains.find(({ value }) => value === domain)?.label ?? { en: domain, es: domain };
  return { domain, label, rp: answers.RP, bp: answers.BP };
}
