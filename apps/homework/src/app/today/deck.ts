import type { TaskCardView, TodayView } from '@trellis/contracts';
import { isOpenTask } from '@trellis/domain';

/** One card of Today: an exercise, or the fortnightly questions. */
export type Card =
  | { readonly kind: 'task'; readonly id: string; readonly task: TaskCardView }
  | { readonly kind: 'rating'; readonly id: 'rating'; readonly closesAt: string };

/** What is asked now, one card at a time: exercises as they are due, the rating last. */
export function deckOf(today: TodayView): readonly Card[] {
  const tasks = today.tasks.filter(({ state }) => isOpenTask(state));
  const cards = tasks.map((task): Card => ({ kind: 'task', id: task.id, task }));
  const rating: readonly Card[] =
    today.rating === null ? [] : [{ kind: 'rating', id: 'rating', closesAt: today.rating.closesAt }];
  return [...cards, ...rating];
}

/** What was put away and may be taken up again. */
export function putAwayOf(today: TodayView): readonly TaskCardView[] {
  return today.tasks.filter(({ state }) => state === 'skipped');
}

/** An exercise of the couple's track: each of the two has a half. */
export function isForTwo(card: Card): boolean {
  return card.kind === 'task' && card.task.templateCode.startsWith('C');
}
