import type { Track } from '../access/roles.js';
import { say, type LocalizedText } from '../shared/localized.js';
import type { Stage } from '../stages/stage.js';
import { omitsOfEach } from './forms.js';
import { otherTrack } from './reveal.js';
import type { HomeworkTemplate } from './template.js';

/** What the one whose turn it is does: says something of their own, or gives back what they heard. */
export type TurnKind = 'speak' | 'say_back' | 'imagine';

/** One turn: who speaks, about what, and for how long at most. Whoever does not speak listens. */
export type Turn = Readonly<{ part: LocalizedText; by: Track; kind: TurnKind; seconds: number }>;

/** A part of C02 and the field whose tick it has; a form that leaves the tick out leaves out the turn. */
const temperatureParts: readonly (readonly [tick: string, part: LocalizedText])[] = [
  ['appreciation_done', say('Appreciation', 'Aprecio')],
  ['news_done', say('News', 'Novedades')],
  ['puzzle_done', say('Something I wonder about', 'Algo que me pregunto')],
  ['complaint_done', say('A complaint, with a wish', 'Una queja, con un deseo')],
  ['hope_done', say('A hope', 'Un deseo')],
];

/** A round of C03: one speaks, the other says it back and then says what it may be like. Minutes add up to 15. */
const conversationParts: readonly (readonly [kind: TurnKind, part: LocalizedText, minutes: number])[] = [
  ['speak', say('My one topic', 'Mi único tema'), 6],
  ['say_back', say('What I heard', 'Lo que oí'), 5],
  ['imagine', say('How it makes sense', 'Por qué tiene sentido'), 4],
];

const lookingAtTheWeek = say('How I am, and what I need', 'Cómo estoy y qué necesito');

/** Exercises that two people do in turns with a clock. */
export const exercisesInTurns: readonly string[] = ['C01', 'C02', 'C03'];

/**
 * The turns of an exercise in order, for the one who begins (HW-79); none for an exercise without turns. The time of
 * the exercise, shorter in some forms, is shared so that both have the same.
 */
export function turnsOf(
  template: HomeworkTemplate,
  form: string | null,
  stage: Stage,
  first: Track,
): readonly Turn[] {
  const each = [first, otherTrack(first)];
  const minutes = template.variants?.find(({ key }) => key === form)?.minutes ?? template.minutes;
  if (template.code === 'C01')
    return each.map((by) => ({ part: lookingAtTheWeek, by, kind: 'speak', seconds: minutes * 30 }));
  if (template.code === 'C02') {
    const omits = omitsOfEach(template, form, stage).RP;
    const parts = temperatureParts.filter(([tick]) => !omits.includes(tick));
    const seconds = Math.floor((minutes * 60) / temperatureParts.length / 2);
    return parts.flatMap(([, part]) => each.map((by): Turn => ({ part, by, kind: 'speak', seconds })));
  }
  if (template.code !== 'C03') return [];
  return each.flatMap((speaker) =>
    conversationParts.map(([kind, part, long]): Turn => {
      const by = kind === 'speak' ? speaker : otherTrack(speaker);
      return { part, by, kind, seconds: long * 60 };
    }),
  );
}
