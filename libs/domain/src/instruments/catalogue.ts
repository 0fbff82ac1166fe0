import { allianceInstruments } from './catalogue/alliance.js';
import { attachmentInstruments } from './catalogue/attachment.js';
import { coupleInstruments } from './catalogue/couple.js';
import { moodInstruments } from './catalogue/mood.js';
import { partnerViolenceInstruments } from './catalogue/partner-violence.js';
import { riskInstruments } from './catalogue/risk.js';
import { sexualBehaviorInstruments } from './catalogue/sexual-behavior.js';
import { traumaInstruments } from './catalogue/trauma.js';
import type { Instrument } from './instrument.js';

/** Every instrument that can be scored (INST-01). Which of them a clinic may use, it says itself by uploading. */
export const instruments: readonly Instrument[] = [
  ...traumaInstruments,
  ...moodInstruments,
  ...coupleInstruments,
  ...attachmentInstruments,
  ...sexualBehaviorInstruments,
  ...partnerViolenceInstruments,
  ...riskInstruments,
  ...allianceInstruments,
];

/** The instrument with the code, or null. */
export function findInstrument(code: string): Instrument | null {
  return instruments.find((instrument) => instrument.code === code) ?? null;
}

/** The instrument with the code. Throws RangeError for a code that is not in the catalogue. */
export function instrumentOf(code: string): Instrument {
  const found = findInstrument(code);
  if (found === null) throw new RangeError(`No instrument ${code}`);
  return found;
}
