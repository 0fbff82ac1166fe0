import type { TaskCardView, TodayView } from '@trellis/contracts';
import { deckOf, putAwayOf } from './deck';

function task(id: string, state: TaskCardView['state']): TaskCardView {
  return {
    id,
    state,
    templateCode: 'B01',
    templateVersion: 1,
    title: { en: 'Check-in', es: 'Un momento para mí' },
    purpose: { en: 'See how today is.', es: 'Ver cómo está hoy.' },
    keptByAuthor: 0,
    dueAt: '2025-01-07T06:00:00Z',
    minutes: 2,
    version: 1,
  };
}

const today = (tasks: readonly TaskCardView[], rating: TodayView['rating'] = null): TodayView => ({
  localDate: '2025-01-06',
  tasks: [...tasks],
  rating,
  recentlyDone: 0,
  resting: null,
});

describe('the deck of Today', () => {
  it('holds what is open in the order given, and the rating last', () => {
    const rating = { windowEndsOn: '2025-01-19', closesAt: '2025-01-20T05:59:59Z' };
    const deck = deckOf(today([task('a', 'draft'), task('b', 'submitted'), task('c', 'assigned')], rating));
    expect(deck.map(({ id }) => id)).toEqual(['a', 'c', 'rating']);
  });

  it('keeps what was put away out of the deck, to be taken up again', () => {
    const view = today([task('a', 'skipped'), task('b', 'opened')]);
    expect(deckOf(view).map(({ id }) => id)).toEqual(['b']);
    expect(putAwayOf(view).map(({ id }) => id)).toEqual(['a']);
  });
});
