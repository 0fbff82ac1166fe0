import { Injectable } from '@nestjs/common';
import type { OwnReadinessPartView } from '@trellis/contracts';
import type { PersonGrant } from '../access/person-access.js';
import { DisclosureSteps, type DisclosureStanding } from '../disclosure/disclosure-steps.service.js';
import { OwnDisclosureService } from '../disclosure/own-disclosure.service.js';
import { AppError } from '../platform/http/app-error.js';

/** Where the process stands for one person, as far as they have been told. */
export interface OwnStanding {
  readonly stage: OwnReadinessPartView['stage'];
  readonly standing: DisclosureStanding;
}

/**
 * Asks in the words of the person's own page: an end of which their therapist has not told them yet reads as the time
 * before it, here as there.
 */
@Injectable()
export class OwnStandings {
  constructor(
    private readonly steps: DisclosureSteps,
    private readonly disclosure: OwnDisclosureService,
  ) {}

  /** Null where there is nothing of which the person knows. Needs an open unit of work. */
  async of(own: PersonGrant): Promise<OwnStanding | null> {
    const { phase } = await this.disclosure.one();
    const standing = await this.steps.standing(own);
    if (standing === null || phase === 'none' || phase === 'not_now') return null;
    return { stage: phase === 'considering' ? 'asked' : 'under_way', standing };
  }

  /** @throws AppError readiness_refused where there is nothing of which the person knows. */
  async underWay(own: PersonGrant): Promise<OwnStanding> {
    const found = await this.of(own);
    if (found === null) throw new AppError('readiness_refused', { reason: 'no_process' });
    return found;
  }
}
