import { Injectable } from '@nestjs/common';
import type { DisclosureView } from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { actorOf, readersOf } from './acting.js';
import { disclosureView } from './disclosure.mapper.js';
import { DisclosureRepository } from './disclosure.repository.js';
import { RecordReadings } from './record-readings.js';
import { StandingReader } from './standing.js';

/** The process as its reader may see it. Decided on the facts of both sides, shown by the reader's own rights. */
@Injectable()
export class DisclosureReading {
  constructor(
    private readonly clock: Clock,
    private readonly standings: StandingReader,
    private readonly disclosures: DisclosureRepository,
    private readonly records: RecordReadings,
  ) {}

  /** Needs an open unit of work. */
  async view(grant: CaseGrant): Promise<DisclosureView> {
    const standing = await this.standings.read(grant);
    const { process, leadId } = standing;
    const steps = process === null ? [] : await this.disclosures.takenSteps(grant, process.id);
    const around = await this.records.around(grant, process?.id ?? null);
    const { id, role } = currentActor();
    const isAdmin = role === 'clinic_admin' || role === 'owner';
    const sides = grant.emergency === null ? grant.mySides : [];
    const actor = actorOf(id, sides, leadId, isAdmin);
    return disclosureView(
      { standing, steps, around, mySides: grant.mySides },
      { readers: readersOf(grant.mySides), actor },
      this.clock.now(),
    );
  }
}
