import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { StaffMemberRepository, type StaffRow } from './staff-member.repository.js';

/** Who works in the clinic of the actor. Names only; every role may see its colleagues. */
@Injectable()
export class StaffDirectoryService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly staff: StaffMemberRepository,
  ) {}

  /** Active staff who can care for a couple, by name. */
  async therapists(): Promise<StaffRow[]> {
    const all = await this.work.run(async () => this.staff.all());
    return all.filter((member) => member.active && member.role === 'therapist');
  }

  /** Names by staff id, ended memberships included. */
  async names(): Promise<ReadonlyMap<string, string>> {
    const all = await this.work.run(async () => this.staff.all());
    return new Map(all.map((member) => [member.id, member.name]));
  }
}
