import { Injectable } from '@nestjs/common';
import type { DisclosureSessionView } from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { PreparationRepository } from './preparation.repository.js';
import { SessionRepository } from './session.repository.js';
import { SessionViewService } from './session-view.service.js';

/** Where the services of a session keep what they do, and how they answer. */
@Injectable()
export class SessionPlaces {
  constructor(
    readonly sessions: SessionRepository,
    readonly preparation: PreparationRepository,
    private readonly views: SessionViewService,
    private readonly audit: AuditWriter,
  ) {}

  /** Puts the act on record, and shows everything as it stands after it. */
  async answer(
    grant: CaseGrant,
    resourceId: string,
    name: string,
    personId?: string,
  ): Promise<DisclosureSessionView> {
    await this.record(resourceId, name, personId);
    return this.views.of(grant);
  }

  /** Under this name the office sees that somebody worked on a session, and not what they did. */
  async record(resourceId: string, name: string, personId?: string): Promise<void> {
    await this.audit.record({
      ...{ action: 'disclosure.session', resource: 'appointment', resourceId },
      ...(personId === undefined ? {} : { personId }),
      ...{ decision: 'allowed', reasonCode: name },
    });
  }
}
