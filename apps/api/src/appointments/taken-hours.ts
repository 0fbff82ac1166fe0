import { Injectable } from '@nestjs/common';
import { worksWith, type Compartment } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { AppError } from '../platform/http/app-error.js';
import { isOffice } from './appointment-access.js';
import type { PersonOf } from './booking-people.js';
import { HoursRepository, type Guests, type Hour } from './hours.repository.js';

/** So many taken hours are named at once. */
const named = 10;

/** Refuses hours that are taken, and says no more of them than the asker may know. */
@Injectable()
export class TakenHours {
  constructor(private readonly hours: HoursRepository) {}

  /**
   * Returns where every hour is free. Behind it nobody else books these people before the transaction ends.
   * @throws AppError appointment_conflict with the hours, and whether it is a member of staff, the room, one of the
   * people, or somebody whose own sessions are not the asker's to know.
   */
  async refuse(
    grant: CaseGrant,
    people: readonly PersonOf[],
    guests: Guests,
    hours: readonly Pick<Hour, 'startsAt' | 'endsAt'>[],
    except: readonly string[] = [],
  ): Promise<void> {
    const taken = await this.hours.taken(guests, hours, except);
    if (taken.length === 0) return;
    const sideOf = new Map(people.map(({ id, side }) => [id, side]));
    const numbers = [...new Set(taken.map(({ n }) => n))].slice(0, named);
    throw new AppError('appointment_conflict', {
      hours: numbers.map((n) => {
        const ids = taken.filter((one) => one.n === n).map((one) => one.taken);
        return {
          startsAt: hours[n]?.startsAt.toISOString() ?? null,
          taken: [...new Set(ids.map((id) => nameOf(grant, guests, sideOf.get(id), id)))].sort(),
          staffIds: ids.filter((id) => guests.staffIds.includes(id)),
        };
      }),
    });
  }
}

function nameOf(
  { mySides }: CaseGrant,
  { staffIds, roomId }: Guests,
  side: Compartment | undefined,
  id: string,
): 'staff' | 'room' | 'person' | 'somebody' {
  if (id === roomId) return 'room';
  if (staffIds.includes(id)) return 'staff';
  return side !== undefined && (isOffice() || worksWith(mySides, side)) ? 'person' : 'somebody';
}
