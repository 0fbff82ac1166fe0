import { daysBetween } from '../../shared/local-date.js';
import { say, type LocalizedText } from '../../shared/localized.js';
import { ok, refuse, type Result } from '../../shared/result.js';
import { localDateOf } from '../../shared/zoned-time.js';
import type { AroundSettingValues } from './around-settings.js';

/** All that is ever recorded of a polygraph (FTD-63, clinical brief 1.6): no result, no chart, no free text. */
export const polygraphStatuses = ['declined', 'planned', 'done', 'inconclusive', 'not_shared'] as const;
export type PolygraphStatus = (typeof polygraphStatuses)[number];

export type PolygraphRecord = Readonly<{
  status: PolygraphStatus;
  at: Date;
  agreedBy: readonly ('RP' | 'BP' | 'LEAD')[];
}>;

/** Off until a clinic turns it on; a source for no predictor and a condition of no step (FTD-63). */
export const polygraphUse = { onByDefault: false, predictorInput: false, gate: false } as const;

export const polygraphNotice: LocalizedText = say(
  'The result is not proof of truth or of deception.',
  'El resultado no prueba que algo sea verdad ni que sea engaño.',
);

/** Who tells whom, when, and with which therapist there: agreed before anything is planned. */
export type PolygraphAgreement = Readonly<{
  featureOn: boolean;
  writtenBy: Readonly<Record<'RP' | 'BP', boolean>>;
  communicationPlan: Readonly<{ whoTells: boolean; when: boolean; therapistPresent: boolean }> | null;
}>;

export type PolygraphRefusal = 'feature_off' | 'RP_not_agreed' | 'BP_not_agreed' | 'no_plan' | 'too_soon';

/** Calendar days since the last inconclusive one are fewer than the clinic's days between two. */
function tooSoon(
  earlier: readonly PolygraphRecord[],
  at: Date,
  zone: string,
  { polygraphRepeatDays }: Pick<AroundSettingValues, 'polygraphRepeatDays'>,
): boolean {
  return earlier
    .filter(({ status }) => status === 'inconclusive')
    .some((r) => daysBetween(localDateOf(r.at, zone), localDateOf(at, zone)) < polygraphRepeatDays);
}

/** Plans one for the day of `at`, or lists every reason against it (FTD-64). */
export function planPolygraph(
  agreement: PolygraphAgreement,
  earlier: readonly PolygraphRecord[],
  at: Date,
  zone: string,
  settings: Pick<AroundSettingValues, 'polygraphRepeatDays'>,
): Result<PolygraphRecord, readonly PolygraphRefusal[]> {
  const { communicationPlan: plan, writtenBy } = agreement;
  const gaps: PolygraphRefusal[] = [];
  if (!agreement.featureOn) gaps.push('feature_off');
  if (!writtenBy.RP) gaps.push('RP_not_agreed');
  if (!writtenBy.BP) gaps.push('BP_not_agreed');
  if (!plan?.whoTells || !plan.when || !plan.therapistPresent) gaps.push('no_plan');
  if (tooSoon(earlier, at, zone, settings)) gaps.push('too_soon');
  return gaps.length > 0 ? refuse(gaps) : ok({ status: 'planned', at, agreedBy: ['RP', 'BP'] });
}
