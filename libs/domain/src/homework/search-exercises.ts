import type { Stage } from '../stages/stage.js';
import { wordsMatch } from '../wording/word-match.js';
import type { HomeworkTemplate, PredictorCode } from './template.js';

/** What a therapist looks for; null and '' ask for nothing. */
export type ExerciseSearch = Readonly<{
  words: string;
  track: HomeworkTemplate['track'] | null;
  stage: Stage | null;
  feeds: PredictorCode | null;
}>;

type Searched = Pick<HomeworkTemplate, 'code' | 'title' | 'purpose' | 'track' | 'stages' | 'feeds'>;

/**
 * Whether an exercise is among what is looked for (LIB-12): all tags, and every word in its code, name or purpose in
 * either language, with the typos that the caseload allows.
 */
export function exerciseFits(exercise: Searched, { words, track, stage, feeds }: ExerciseSearch): boolean {
  if (track !== null && exercise.track !== track) return false;
  if (stage !== null && !exercise.stages.includes(stage)) return false;
  if (feeds !== null && !exercise.feeds.includes(feeds)) return false;
  const { code, title, purpose } = exercise;
  return wordsMatch(words, [code, title.en, title.es, purpose.en, purpose.es]);
}
