import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RoomListView } from '@trellis/contracts';
import { isUuid } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { refusedWish } from './appointment-access.js';
import { RoomsRepository } from './rooms.repository.js';

/** The list of rooms, which the office keeps. */
@Injectable()
export class RoomsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly rooms: RoomsRepository,
    private readonly audit: AuditWriter,
  ) {}

  list(): Promise<RoomListView> {
    return this.work.run(async () => ({ rooms: await this.rooms.open() }));
  }

  /** @throws AppError appointment_refused where an open room has the name. */
  add(name: string): Promise<RoomListView> {
    return this.work.run(async () => {
      const id = randomUUID();
      if (!(await this.rooms.add(currentActor().clinicId, id, name.trim()))) throw refusedWish('name_taken');
      await this.record('room.add', id);
      return { rooms: await this.rooms.open() };
    });
  }

  /** It is offered no more; sessions that are booked there stay. @throws AppError not_found, version_stale. */
  close(id: string, version: number): Promise<RoomListView> {
    return this.work.run(async () => {
      if (!isUuid(id) || !(await this.rooms.isOpen(id))) throw notFound();
      if (!(await this.rooms.close(id, version, this.clock.now()))) throw new AppError('version_stale');
      await this.record('room.close', id);
      return { rooms: await this.rooms.open() };
    });
  }

  private async record(action: string, id: string): Promise<void> {
    await this.audit.record({ action, resource: 'room', resourceId: id, decision: 'allowed' });
  }
}
