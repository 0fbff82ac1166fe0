import { own, rowsOf } from '../answer-access.js';
import { preferences, type Preference, type PreferenceMap } from '../mutual-rows.js';
import type { Answers } from '../template.js';

type PreferenceAnswers = PreferenceMap['answers'];

/** The more closed an answer, the higher: of two answers to one topic the more closed one counts. */
function closedness(answer: Preference): number {
  return preferences.indexOf(answer);
}

/**
 * The map of C14 by topic, as it was written down (HW-68). A topic with several rows has its most closed answer,
 * so that a no is never lost; a row without a topic or answer says nothing. Private notes are never part of it.
 */
export function preferencesOf(answers: Answers): PreferenceAnswers {
  const found = new Map<string, PreferenceAnswers[string]>();
  for (const row of rowsOf(own(answers, 'map'))) {
    const [domain, condition] = [own(row, 'domain'), own(row, 'condition')];
    const answer = preferences.find((known) => known === own(row, 'answer'));
    if (typeof domain !== 'string' || answer === undefined) continue;
    const before = found.get(domain);
    if (before && closedness(before.answer) > closedness(answer)) continue;
    found.set(domain, { answer, ...(typeof condition === 'string' && { condition }) });
  }
  return Object.fromEntries(found);
}
