import { Injectable } from '@nestjs/common';
import { BookingPeople } from './booking-people.js';
import { RoomsRepository } from './rooms.repository.js';
import { SessionPlaces } from './session-place.js';
import { TakenHours } from './taken-hours.js';

/** Who and where a session can be, and which hours are free for them. */
@Injectable()
export class BookingPlaces {
  constructor(
    readonly people: BookingPeople,
    readonly rooms: RoomsRepository,
    readonly places: SessionPlaces,
    readonly taken: TakenHours,
  ) {}
}
