import { predictorCodes, predictors, type LocalizedText, type RatingItem } from '@trellis/domain';
import type { ScaleAnswer } from '@trellis/ui';

export type Ratings = Readonly<Record<string, ScaleAnswer>>;

/** Five statements about one thing, on one page. */
export interface RatingGroup {
  readonly code: string;
  readonly name: LocalizedText;
  readonly meaning: LocalizedText;
  readonly items: readonly RatingItem[];
}

/** The five groups for the recovering person or the partner, in the order in which they are asked. */
export function groupsFor(side: 'RP' | 'BP'): readonly RatingGroup[] {
  return predictorCodes.map((code) => {
    const { name, meaning, items } = predictors[code];
    return { code, name, meaning, items: items[side === 'RP' ? 'R' : 'B'] };
  });
}

/** Statements of a group that have no answer yet. */
export function openItems(group: RatingGroup, ratings: Ratings): readonly string[] {
  return group.items.filter(({ key }) => ratings[key] === undefined).map(({ key }) => key);
}

/** "Cannot say" for whatever is still open in a group; that is an answer like the others. */
export function cannotSayTheRest(group: RatingGroup, ratings: Ratings): Ratings {
  const rest = openItems(group, ratings).map((key) => [key, 'cannot_say'] as const);
  return { ...ratings, ...Object.fromEntries(rest) };
}

/** The sheet without one group: a group left out as a whole is not asked for. */
export function leaveOut(group: RatingGroup, ratings: Ratings): Ratings {
  const keys = new Set(group.items.map(({ key }) => key));
  return Object.fromEntries(Object.entries(ratings).filter(([key]) => !keys.has(key)));
}

/** Groups that are answered in full, out of those that were begun. The sheet can be sent when none is half done. */
export function halfDone(groups: readonly RatingGroup[], ratings: Ratings): readonly RatingGroup[] {
  return groups.filter((group) => {
    const open = openItems(group, ratings).length;
    return open > 0 && open < group.items.length;
  });
}
