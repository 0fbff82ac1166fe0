import type { Words } from '../core/i18n/words';

/** The words of an action; an action without words of its own shows its code. */
export function actionWords(words: Pick<Words, 'sayOr'>, action: string): string {
  return words.sayOr(`audit.actions.${action.replace('.', '_')}`, action);
}

/** The beginning of an id, enough to see which rows belong together: "3f9c21ab". */
export function shortId(id: string): string {
  return id.slice(0, 8);
}
