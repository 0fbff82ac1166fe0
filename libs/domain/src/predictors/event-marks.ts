import type { Compartment } from '../access/roles.js';
import { daysBetween, type LocalDate } from '../shared/local-date.js';
import { say, type LocalizedText } from '../shared/localized.js';

/** What is marked on the time axis of a chart (PRED-43). */
export const eventMarkKinds = ['session', 'slip', 'disclosure', 'letter', 'trigger_date'] as const;
export type EventMarkKind = (typeof eventMarkKinds)[number];

/** Neutral words: a mark names what took place, and judges nothing. */
export const eventMarkWords: Readonly<Record<EventMarkKind, LocalizedText>> = {
  session: say('Session', 'Sesión'),
  slip: say('Slip', 'Desliz'),
  disclosure: say('Disclosure session', 'Sesión de revelación'),
  letter: say('Letter', 'Carta'),
  trigger_date: say('Marked date', 'Fecha señalada'),
};

/** One mark. `toldOn` is for slips: the day on which the partner was told, null while they have not been. */
export type EventMark = Readonly<{ kind: EventMarkKind; on: LocalDate; toldOn?: LocalDate | null }>;

/** Who looks: a therapist by the side of their care assignment, or the couple together. */
export type MarkViewer = Compartment | 'COUPLE';

/**
 * Marks that a viewer may see, oldest first (PRED-43). A slip is the recovering person's to tell: before the partner
 * was told, its mark is for that person's own therapist alone, so that no chart tells it first.
 */
export function marksFor(
  viewer: MarkViewer,
  marks: readonly EventMark[],
  today: LocalDate,
): readonly EventMark[] {
  const isTold = ({ toldOn }: EventMark): boolean => typeof toldOn === 'string' && toldOn <= today;
  return marks
    .filter((mark) => mark.kind !== 'slip' || viewer === 'RP' || isTold(mark))
    .sort((a, b) => daysBetween(b.on, a.on));
}
