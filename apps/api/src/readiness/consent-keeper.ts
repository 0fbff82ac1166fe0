import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SignedText } from '@trellis/contracts';
import type { PersonGrant } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { AppError } from '../platform/http/app-error.js';
import { MarkKeeper } from './mark-keeper.js';
import { OwnConsentRepository, type ConsentRow } from './own-consent.repository.js';
import { ReadinessMarkRepository } from './readiness-mark.repository.js';
import { hashOf } from './signed-text.js';

const criterion = { RP: 'R1', BP: 'B1' } as const;

/** Writes an answer with the text it was given to, and the criterion that it meets. */
@Injectable()
export class ConsentKeeper {
  constructor(
    private readonly consents: OwnConsentRepository,
    private readonly marks: ReadinessMarkRepository,
    private readonly keeper: MarkKeeper,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError version_stale when the same person answers elsewhere at this moment. */
  async keep(
    own: PersonGrant,
    processId: string,
    answer: ConsentRow['answer'],
    text: SignedText,
  ): Promise<void> {
    const added = await this.consents.add(own, {
      ...{ id: randomUUID(), processId, answer, at: this.clock.now() },
      ...{ textVersion: text.version, textHash: hashOf(text, own.language) },
    });
    if (!added) throw new AppError('version_stale');
    await this.mark(own, processId, answer === 'yes' ? 'met' : 'not_met');
    await this.record(own, 'disclosure_consent.answer');
  }

  async takeBack(own: PersonGrant, processId: string): Promise<void> {
    await this.consents.takeBack(own, processId, this.clock.now());
    await this.record(own, 'disclosure_consent.withdraw');
  }

  private async mark(own: PersonGrant, processId: string, status: 'met' | 'not_met'): Promise<void> {
    const item = criterion[own.side];
    const version = (await this.marks.newest(own, processId)).find((one) => one.item === item)?.version ?? 0;
    const mark = {
      ...{ id: randomUUID(), processId, side: own.side, item, version: version + 1, status },
      ...{ personId: own.personId, evidence: null, reason: null, coSignerAsked: null },
    };
    await this.keeper.keep(own, mark, 'client');
  }

  /** What was answered is not in the record of acts: that is the person's own. */
  private async record({ personId }: PersonGrant, action: string): Promise<void> {
    await this.audit.record({ action, resource: 'disclosure_consent', personId, decision: 'allowed' });
  }
}
