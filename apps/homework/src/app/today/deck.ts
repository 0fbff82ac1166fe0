import type { TaskCardView, TodayView } from '@trellis/contracts';
import { isOpenTask, templateOf, type HomeworkTemplate } from '@trellis/domain';

/** One card of Today: an exercise, or the fortnightly questions. */
export type Card =
  | {
      readonly kind: 'task';
      readonly id: string;
      readonly task: TaskCardView;
      readonly template: HomeworkTemplate;
    }
  | { readonly kind: 'rating'; readonly id: 'rating'; readonly closesAt: string };

/** What is asked now, one card at a time: exercises as they are due, the rating last. */
export function deckOf(today: TodayView): readonly Card[] {
  const tasks = today.tasks.filter(({ state }) => isOpenTask(state));
  const cards = withTemplates(tasks).map((card): Card => ({ kind: 'task', id: card.task.id, ...card }));
  const rating: readonly Card[] =
    today.rating === null ? [] : [{ kind: 'rating', id: 'rating', closesAt: today.rating.closesAt }];
  return [...cards, ...rating];
}

/** What was put away and may be taken up again. */
export function putAwayOf(today: TodayView): ReturnType<typeof withTemplates> {
  return withTemplates(today.tasks.filter(({ state }) => state === 'skipped'));
}

/** An exercise this version of the app does not know is not shown rather than shown without words. */
function withTemplates(tasks: readonly TaskCardView[]) {
  return tasks.flatMap((task) => {
    const template = templateOf(task.templateCode, task.templateVersion);
    return template === null ? [] : [{ task, template }];
  });
}
