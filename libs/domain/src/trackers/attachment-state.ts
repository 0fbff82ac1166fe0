import type { Fraction } from '../shared/fraction.js';
import { addDays, type LocalDate } from '../shared/local-date.js';
import { attachmentItems, type AttachmentDimension } from './attachment-items.js';
import { itemScore, type TrackerAnswers } from './item-scale.js';
import { trackerSettingValues, type TrackerSettingValues } from './settings.js';

/** Two numbers of 0 to 100 side by side; they are never put together, and no alert is made of them (PRED-55). */
export type AttachmentState = Readonly<Record<AttachmentDimension, Fraction | null>>;

/** Both dimensions of one person's answers; each needs three of its four items (PRED-47, PRED-53). */
export function attachmentState(answers: TrackerAnswers): AttachmentState {
  const keysOf = (wanted: AttachmentDimension): readonly string[] =>
    attachmentItems.filter(({ dimension }) => dimension === wanted).map(({ key }) => key);
  return {
    anxious: itemScore(answers, keysOf('anxious')),
    avoidant: itemScore(answers, keysOf('avoidant')),
  };
}

/** The first day on which the items are asked again: four weeks after the last time, or at once (PRED-55). */
export function attachmentDueOn(
  lastOn: LocalDate | null,
  today: LocalDate,
  settings: TrackerSettingValues = trackerSettingValues(),
): LocalDate {
  return lastOn === null ? today : addDays(lastOn, settings.attachmentDays);
}
