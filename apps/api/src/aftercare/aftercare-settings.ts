import {
  aroundValues,
  followUpOffsets,
  type AftercareSettings,
  type AroundSettingValues,
} from '@trellis/domain';

/** The standard terms of the time after a session; no screen changes them yet. */
export const aftercareTerms: AroundSettingValues = aroundValues();

/** What the tasks after a session are made from. */
export const aftercareSettings: AftercareSettings = { offsets: followUpOffsets(), values: aftercareTerms };
