import { say, type LocalizedText } from '../shared/localized.js';
import { ok, refuse, type Result } from '../shared/result.js';
import type { Instrument } from './instrument.js';

/** Where a form is filled. `verified_alone_call`: a call on which it was made sure that nobody else listens. */
export const administrationPlaces = [
  'own_account',
  'shared_link',
  'in_person',
  'verified_alone_call',
] as const;
export type AdministrationPlace = (typeof administrationPlaces)[number];

/** `alone` is null when nobody made sure. */
export type Administration = Readonly<{
  place: AdministrationPlace;
  by: 'person' | 'clinician';
  alone: boolean | null;
}>;

export type AdministrationRefusal = 'clinician_only' | 'not_through_links' | 'not_alone';

export const administrationWords: Readonly<Record<AdministrationRefusal, LocalizedText>> = {
  clinician_only: say(
    'A clinician asks these questions in a talk; they are not sent out.',
    'Estas preguntas se hacen en una conversación clínica; no se envían.',
  ),
  not_through_links: say(
    'Ask this in person or on a call that is known to be private.',
    'Pregunte esto en persona o en una llamada que sea privada con certeza.',
  ),
  not_alone: say('Ask this of each person alone.', 'Pregunte esto a cada persona a solas.'),
};

const together: readonly AdministrationPlace[] = ['in_person', 'verified_alone_call'];

/**
 * Whether a form may be filled there (INST-23, INST-24). What only a clinician administers never goes out to be filled
 * alone; a screen for violence needs a room or a call, and that somebody made sure the person is alone. Nothing at
 * all goes through a link that two people can open.
 */
export function mayAdminister(
  { clinicianAdministeredOnly, neverThroughSharedLinks }: Instrument,
  { place, by, alone }: Administration,
): Result<null, AdministrationRefusal> {
  const present = together.includes(place);
  if (clinicianAdministeredOnly && (by !== 'clinician' || !present)) return refuse('clinician_only');
  if (place === 'shared_link' || (neverThroughSharedLinks && !present)) return refuse('not_through_links');
  if (neverThroughSharedLinks && alone !== true) return refuse('not_alone');
  return ok(null);
}
