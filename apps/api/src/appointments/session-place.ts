import { Injectable } from '@nestjs/common';
import type { SessionPlaceRequest } from '@trellis/contracts';
import { AppError } from '../platform/http/app-error.js';
import { refusedWish } from './appointment-access.js';
import { RoomsRepository } from './rooms.repository.js';
import type { SeriesPlace } from './series.repository.js';

/** Where a session is held, asked and checked. */
@Injectable()
export class SessionPlaces {
  constructor(private readonly rooms: RoomsRepository) {}

  /** @throws AppError appointment_refused for a room that there is not, invalid_request for a room or link too many. */
  async of({ at, roomId, link }: SessionPlaceRequest): Promise<Omit<SeriesPlace, 'minutes'>> {
    if (at !== 'room' && roomId != null) throw tooMany('roomId');
    if (at !== 'video' && link != null) throw tooMany('link');
    if (at !== 'room') return { place: at, roomId: null, link: link ?? null };
    if (roomId == null || !(await this.rooms.isOpen(roomId))) throw refusedWish('room_unknown');
    return { place: at, roomId, link: null };
  }
}

function tooMany(field: string): AppError {
  return new AppError('invalid_request', { fields: [{ field: `place.${field}`, rules: ['isOfPlace'] }] });
}
