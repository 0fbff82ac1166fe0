import { expect, it } from '@jest/globals';
import { languages, type LocalizedText } from '../../shared/localized.js';
import { lintWording } from '../../wording/wording-lint.js';
import { aftercarePlan } from './aftercare-plan.js';
import { notWatchedNotice } from './aftercare-risk.js';
import { documentPlan, writingBlockWords } from './document-sections.js';
import { letterChecklist } from './letter-readers.js';
import { logisticsChecklist } from './logistics.js';
import { polygraphNotice } from './polygraph.js';
import { lateEveningOffer } from './question-boundaries.js';
import { sessionChecklist } from './session-checklist.js';
import { telehealthLines } from './session-setting.js';
import { sessionPlan } from './session-steps.js';
import { slipScript, stopWritingNotice } from './slip-script.js';
import { supportPlanLines } from './support-plan.js';

const sentences: readonly LocalizedText[] = [
  ...aftercarePlan.map(({ title }) => title),
  notWatchedNotice,
  ...Object.values(documentPlan).map(({ title }) => title),
  ...Object.values(writingBlockWords),
  ...letterChecklist.map(({ ask }) => ask),
  ...logisticsChecklist.map(({ text }) => text),
  polygraphNotice,
  lateEveningOffer,
  ...Object.values(sessionChecklist).flat(),
  ...Object.values(telehealthLines),
  ...sessionPlan.map(({ title }) => title),
  slipScript,
  stopWritingNotice,
  ...supportPlanLines.map(({ text }) => text),
];

it('every sentence around the process exists in both languages and holds no word of the list', () => {
  expect(sentences.length).toBeGreaterThan(120);
  for (const sentence of sentences) {
    for (const language of languages) {
      expect(sentence[language].trim().length).toBeGreaterThan(2);
      expect({ sentence, found: lintWording(sentence[language], language) }).toEqual({ sentence, found: [] });
    }
    expect(sentence.en).not.toBe(sentence.es);
  }
});
