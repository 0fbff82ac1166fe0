import { Injectable } from '@nestjs/common';
import type { PersonGrant } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Vault } from '../platform/sealing/vault.js';
import { AftercareAlerts } from './aftercare-alerts.service.js';
import type { CheckWords } from './aftercare-reading.js';
import { AftercareAnswerRepository, type Risk, type Tap } from './answer.repository.js';
import { answerPlace } from './places.js';

export interface OwnAnswer {
  readonly id: string;
  readonly tap: Tap | null;
  readonly risk: Risk | null;
  /** Null for a task without questions. */
  readonly words: CheckWords | null;
}

/** Keeps what a person says after the session, sealed where it is more than a tap, and raises what asks for a call. */
@Injectable()
export class OwnAnswers {
  constructor(
    private readonly answers: AftercareAnswerRepository,
    private readonly alerts: AftercareAlerts,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
  ) {}

  async keep(own: PersonGrant, taskId: string, answer: OwnAnswer, at: Date): Promise<void> {
    const { id, tap, risk, words } = answer;
    const { clinicId, personId, side } = own;
    const sealed =
      words === null
        ? null
        : await this.vault.seal('person', answerPlace(clinicId, id, personId), JSON.stringify(words));
    await this.answers.add(own, { id, taskId, personId, side, tap, risk, sealed }, at);
    await this.record('aftercare.answer', own, taskId);
  }

  /** Brings it to the person's own therapists and whoever covers them. The other person is never told. */
  async raise(own: PersonGrant, kind: 'risk_answer' | 'call_wanted', about: string, at: Date): Promise<void> {
    await this.alerts.raise(own, { side: own.side, kind, about }, at);
    await this.record('safety.raised', own, about);
  }

  private async record(action: string, { personId }: PersonGrant, resourceId: string): Promise<void> {
    await this.audit.record({ action, resource: 'aftercare', resourceId, personId, decision: 'allowed' });
  }
}
