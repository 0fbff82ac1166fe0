import { Injectable } from '@nestjs/common';
import type { DisclosureView } from '@trellis/contracts';
import { nextState, type DisclosureEvent, type GuardId } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { actorOf, fixedByOffice } from './acting.js';
import { DisclosureReading } from './disclosure-reading.js';
import { DisclosureSteps } from './disclosure-steps.service.js';
import { SigningRepository } from './signing.repository.js';
import { StandingReader, type Standing } from './standing.js';

export type SignaturePurpose = 'readiness' | 'resume';

const stepOf: Readonly<Record<SignaturePurpose, DisclosureEvent>> = {
  readiness: 'readiness_huddle_signed',
  resume: 'resume',
};
/** Gaps that somebody else's signature closes. With any other gap there is nothing to sign yet. */
const waitsForOthers: Readonly<Record<SignaturePurpose, readonly GuardId[]>> = {
  readiness: ['readiness_signed'],
  resume: ['resume_signed', 'resume_treating', 'resume_cosigned'],
};

/** Each therapist signs alone, in their own sign-in; the last signature that is needed takes the step. */
@Injectable()
export class SigningService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly standings: StandingReader,
    private readonly steps: DisclosureSteps,
    private readonly signatures: SigningRepository,
    private readonly reading: DisclosureReading,
  ) {}

  /**
   * Signs for every side the asker holds. `version` is that of the process they saw; signatures do not move it, so that
   * two who sign at the same moment both do.
   * @throws AppError not_found, version_stale, disclosure_refused with every gap that no signature closes.
   */
  async sign(coupleId: string, purpose: SignaturePurpose, version: number): Promise<DisclosureView> {
    return this.work.run(async () => {
      const grant = await this.access.require('disclosure.transition', coupleId);
      const before = await this.standings.hold(grant);
      if ((before.process?.version ?? 0) !== version) throw new AppError('version_stale');
      if (before.process !== null) await this.signatures.add(grant, before.process, purpose);
      const signed = await this.standings.read(grant);
      if (!this.waits(grant, signed, purpose))
        await this.steps.forStaff(grant, signed, { event: stepOf[purpose] });
      return this.reading.view(grant);
    });
  }

  private waits(grant: CaseGrant, standing: Standing, purpose: SignaturePurpose): boolean {
    const { id } = currentActor();
    const actor = actorOf(id, grant.mySides, standing.leadId, false);
    const request = fixedByOffice(standing, { event: stepOf[purpose] }, id);
    const decision = nextState(standing.snapshot, request, actor, this.signatures.now());
    if (decision.ok || decision.refusal.code !== 'unmet_guards') return false;
    return decision.refusal.unmet.every(({ guardId }) => waitsForOthers[purpose].includes(guardId));
  }
}
