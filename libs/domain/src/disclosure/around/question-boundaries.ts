import { say, type LocalizedText } from '../../shared/localized.js';
import { localTimeOf } from '../../shared/zoned-time.js';
import type { AroundSettingValues } from './around-settings.js';
import type { DisclosureQuestion } from './question-list.js';

/** The partner's wish about one kind of information. It holds until they change it. */
export type InformationWish = Readonly<{ category: string; wish: 'tell_me' | 'do_not_tell_me' }>;

/**
 * Ids of questions that are not answered in the session (FTD-61): those marked "do not tell me", and those of a
 * category that the partner does not want to hear about. A question with no category stays open unless marked; of
 * two wishes for a category the one that protects holds.
 */
export function silencedQuestionIds(
  questions: readonly DisclosureQuestion[],
  wishes: readonly InformationWish[],
): readonly string[] {
  const quiet = new Set(
    wishes.filter(({ wish }) => wish === 'do_not_tell_me').map(({ category }) => category),
  );
  return questions
    .filter(
      ({ detail, category }) => detail === 'do_not_tell_me' || (category !== null && quiet.has(category)),
    )
    .map(({ id }) => id);
}

/** Late evening on the person's own clock: from 22:00 to before 06:00 (FTD-62, clinical brief 3/B08). */
export function isLateEvening(
  now: Date,
  zone: string,
  settings: Pick<AroundSettingValues, 'lateEveningFrom' | 'lateEveningUntil'>,
): boolean {
  const hour = Number(localTimeOf(now, zone).slice(0, 2));
  return hour >= settings.lateEveningFrom || hour < settings.lateEveningUntil;
}

/** Shown late in the evening. It offers; writing stays possible. */
export const lateEveningOffer: LocalizedText = say(
  'It is late. These questions can wait. Would a short grounding exercise help right now?',
  'Es tarde. Estas preguntas pueden esperar. ¿Le ayudaría ahora un ejercicio breve de calma?',
);
