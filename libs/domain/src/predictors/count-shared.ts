import { adherenceOf, type Lateness } from '../homework/lateness.js';
import type { HeldDialogue, SharedOccurrence } from './behaviour-records.js';
import { countOf, isWithin, type Count, type CountFrame } from './count-frame.js';
import type { LocalDate } from '../shared/local-date.js';
import type { PredictorSettingValues } from './settings.js';

const bothPartsCodes = ['C01', 'C02'] as const;

/** A shared exercise is as late as its later half; a half put away takes it out for both. */
function outcomeOfBoth({ halves }: SharedOccurrence): Lateness | 'skipped' {
  const both = [halves.RP, halves.BP];
  const order = ['skipped', 'missed', 'pending', 'late'] as const;
  return order.find((outcome) => both.includes(outcome)) ?? 'on_time';
}

/** p2: C01 and C02 with both parts, of those that the partner opted into (PRED-17). */
export function bothPartsCount(shared: readonly SharedOccurrence[], frame: CountFrame): Count | null {
  const chosen = shared.filter(
    ({ code, on, partnerOptedIn }) =>
      partnerOptedIn && bothPartsCodes.some((counted) => counted === code) && isWithin(frame, on),
  );
  const { done, expected, ratio } = adherenceOf(chosen.map(outcomeOfBoth));
  return ratio === null ? null : { done, expected };
}

/** p3: agreed updates that the recovering person ticked, of 4 a fortnight (PRED-18). */
export function updateCount(
  updatesOn: readonly LocalDate[],
  frame: CountFrame,
  settings: PredictorSettingValues,
): Count | null {
  const given = updatesOn.filter((day) => isWithin(frame, day)).length;
  return countOf(Math.min(given, settings.agreedUpdates), settings.agreedUpdates);
}

/**
 * e2: mirroring dialogues (C03) in which the partner felt heard at 3 or more, of those held (PRED-21). One that was
 * not rated is held and not known to have been heard.
 */
export function heardCount(
  dialogues: readonly HeldDialogue[],
  frame: CountFrame,
  settings: PredictorSettingValues,
): Count | null {
  const held = dialogues.filter(({ on }) => isWithin(frame, on));
  const heard = held.filter(
    ({ partnerFeltHeard }) => partnerFeltHeard !== null && partnerFeltHeard >= settings.feltHeardFrom,
  );
  return countOf(heard.length, held.length);
}
