import { minuteMs } from '../../shared/durations.js';
import { say, type LocalizedText } from '../../shared/localized.js';
import type { Track } from '../../access/roles.js';

/** The partner comes first and leaves first; the recovering person comes and leaves second (FTD-35). */
export const doorOrder: readonly Track[] = ['BP', 'RP'];

/** Whose turn it is at the door, given who has passed it already; null when both have. */
export function nextAtDoor(passed: readonly Track[]): Track | null {
  return doorOrder.find((track) => !passed.includes(track)) ?? null;
}

const minutesAhead = { BP: 20, RP: 10 } as const satisfies Record<Track, number>;

/** When a person is asked to come, so that the two do not meet at the door (FTD-35). */
export function arrivalOf(track: Track, startsAt: Date): Date {
  return new Date(startsAt.getTime() - minutesAhead[track] * minuteMs);
}

/** What clients see on their own screens during the session: nothing that anybody types (FTD-36). */
export const clientSessionView = ['step', 'elapsed', 'pause_control'] as const;
export const staffSessionView = [
  ...clientSessionView,
  'checklist',
  'distress',
  'pauses',
  'end_early',
] as const;
export type SessionViewPart = (typeof staffSessionView)[number];

/** Whether a part of the session screen may be sent to a client. */
export function shownToClients(part: SessionViewPart): boolean {
  return clientSessionView.some((seen) => seen === part);
}

export const telehealthItems = [
  'two_rooms',
  'two_devices',
  'local_emergency_number',
  'current_address',
  'code_word',
] as const;
export type TelehealthItem = (typeof telehealthItems)[number];

/** What must be confirmed before a session by video (FTD-37, clinical brief 1.8). */
export const telehealthLines: Readonly<Record<TelehealthItem, LocalizedText>> = {
  two_rooms: say('Each person is in a room of their own', 'Cada persona está en su propia habitación'),
  two_devices: say('Each person uses a device of their own', 'Cada persona usa su propio dispositivo'),
  local_emergency_number: say(
    'The local emergency number of each place is at hand',
    'El número de emergencia de cada lugar está a mano',
  ),
  current_address: say(
    'The address of each place was checked today',
    'La dirección de cada lugar se comprobó hoy',
  ),
  code_word: say(
    'A code word for "someone is listening" is agreed',
    'Hay una palabra clave acordada para «alguien está escuchando»',
  ),
};

export type TelehealthFacts = Readonly<Partial<Record<Track, Partial<Record<TelehealthItem, boolean>>>>>;

/** What is still open, for each person. Not answered counts as open. */
export function telehealthGaps(
  facts: TelehealthFacts,
): readonly Readonly<{ track: Track; item: TelehealthItem }>[] {
  return doorOrder.flatMap((track) =>
    telehealthItems.filter((item) => facts[track]?.[item] !== true).map((item) => ({ track, item })),
  );
}
