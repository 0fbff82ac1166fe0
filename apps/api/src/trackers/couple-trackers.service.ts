import { Injectable } from '@nestjs/common';
import type { CoupleTrackersView, PersonTrackersView } from '@trellis/contracts';
import { CaseAccess } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { TrackersOfPerson } from './trackers-of-person.js';
import { TrackersRepository } from './trackers.repository.js';

/** Trackers as a therapist of the person's own side sees them; to everybody else there are none. */
@Injectable()
export class CoupleTrackersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly trackers: TrackersRepository,
    private readonly computed: TrackersOfPerson,
    private readonly audit: AuditWriter,
  ) {}

  /** Everybody whose answers are opened finds that on record. @throws AppError not_found. */
  async ofCouple(coupleId: string): Promise<CoupleTrackersView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('homework.review', coupleId);
      const people: PersonTrackersView[] = [];
      for (const person of await this.trackers.people(grant)) {
        people.push(await this.computed.read(grant, person, 'therapist'));
        await this.audit.record({
          action: 'trackers.read',
          resource: 'trackers',
          resourceId: person.id,
          personId: person.id,
          decision: 'allowed',
        });
      }
      return { people };
    });
  }
}
