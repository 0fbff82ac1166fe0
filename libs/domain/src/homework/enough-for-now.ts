import { say, type LocalizedText } from '../shared/localized.js';
import type { Cadence } from './cadence.js';
import type { HomeworkTemplate } from './template.js';

/** How many sittings were done. Null: nobody knows, and then it is taken to be enough. */
export type SittingsDone = Readonly<{ thisWeek: number | null; inAll: number | null }>;

/** `enough`: of this week, or of all sittings. The words are for the person. */
export type Sitting = Readonly<
  { offered: true } | { offered: false; enough: 'week' | 'all'; words: LocalizedText }
>;

const words = {
  week: say(
    'That is enough for this week. What you began is kept. You can go on next week.',
    'Por esta semana es suficiente. Lo que empezó queda guardado. Puede seguir la próxima semana.',
  ),
  all: say(
    'You have done every part of this one. Talk with your therapist if you want to add something.',
    'Ya hizo todas las partes. Si quiere añadir algo, hable con su terapeuta.',
  ),
} as const;

/** The most sittings of an exercise in one calendar week; null where there is no such limit (HW-70). */
export function mostPerWeekOf({ mostPerWeek }: HomeworkTemplate, cadence: Cadence): number | null {
  const limits = [mostPerWeek, cadence.kind === 'sittings' ? cadence.mostPerWeek : undefined];
  const set = limits.filter((limit) => limit !== undefined);
  return set.length === 0 ? null : Math.min(...set);
}

/**
 * Whether another sitting is offered (HW-70), a soft stop: a sitting that was begun can be finished and handed in, and
 * nothing counts against anyone.
 */
export function nextSitting(template: HomeworkTemplate, cadence: Cadence, done: SittingsDone): Sitting {
  const mostInAll = cadence.kind === 'sittings' ? cadence.most : null;
  if (reached(mostInAll, done.inAll)) return { offered: false, enough: 'all', words: words.all };
  if (reached(mostPerWeekOf(template, cadence), done.thisWeek))
    return { offered: false, enough: 'week', words: words.week };
  return { offered: true };
}

function reached(most: number | null, done: number | null): boolean {
  return most !== null && (done === null || done >= most);
}
