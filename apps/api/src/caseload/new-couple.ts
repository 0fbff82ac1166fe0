import { randomUUID } from 'node:crypto';
import type { AddCoupleRequest, NewPersonRequest } from '@trellis/contracts';
import { addDays, compartments, isZone, localDateOf, weekday, type LocalDate } from '@trellis/domain';
import { AppError } from '../platform/http/app-error.js';
import type { NewAssignment, NewPerson } from './couples.repository.js';

/** Monday of the week that the zone shows at the instant: fortnights are counted from it. */
export function mondayOf(now: Date, zone: string): LocalDate {
  const today = localDateOf(now, zone);
  return addDays(today, 1 - weekday(today));
}

/**
 * The care team of a request, each therapist once per side. The first one named leads.
 * @throws AppError side_without_therapist with the sides nobody cares for; invalid_request when `creatorId` is not on
 * the team; time_zone_unknown.
 */
export function teamOf(request: AddCoupleRequest, creatorId: string): NewAssignment[] {
  if (!isZone(request.timeZone)) throw new AppError('time_zone_unknown');
  const seen = new Set<string>();
  const entries = request.careTeam
    .map(({ staffId, side }) => ({ staffId: staffId.toLowerCase(), side }))
    .filter(({ staffId, side }) => !seen.has(`${staffId} ${side}`) && seen.add(`${staffId} ${side}`));
  const open = compartments.filter((side) => entries.every((entry) => entry.side !== side));
  if (open.length > 0) throw new AppError('side_without_therapist', { sides: open });
  if (entries.every(({ staffId }) => staffId !== creatorId)) throw invalidField('careTeam', 'creatorOnTeam');
  return entries.map((entry, index) => ({ ...entry, id: randomUUID(), lead: index === 0 }));
}

/** The two people of a request. @throws AppError invalid_request for a name of blanks. */
export function peopleOf(request: AddCoupleRequest): NewPerson[] {
  return [
    personOf('RP', 'recoveringPerson.name', request.recoveringPerson),
    personOf('BP', 'partner.name', request.partner),
  ];
}

/** Text without blanks around it. @throws AppError invalid_request when nothing is left. */
export function filledIn(field: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw invalidField(field, 'minLength');
  return trimmed;
}

function personOf(side: 'RP' | 'BP', field: string, person: NewPersonRequest): NewPerson {
  const name = filledIn(field, person.name);
  const pronouns = person.pronouns.trim();
  return { id: randomUUID(), enrolmentId: randomUUID(), side, name, pronouns, language: person.language };
}

function invalidField(field: string, rule: string): AppError {
  return new AppError('invalid_request', { fields: [{ field, rules: [rule] }] });
}
