import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { asClinicId, type DisclosureEffect } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Outbox } from '../platform/jobs/outbox.js';
import type { CoreRow } from './core-facts.js';
import type { StepInHand } from './disclosure-parts.service.js';
import { processChangedKind } from './process-changed.job.js';

type Notify = Extract<DisclosureEffect, { kind: 'notify_neutrally' }>;

/** Carries out what a step asks of the process itself; what lies in the facts alone was saved with them. */
@Injectable()
export class CoreEffects {
  constructor(
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
  ) {}

  async carryOut(effect: DisclosureEffect, step: StepInHand, core: CoreRow): Promise<void> {
    switch (effect.kind) {
      case 'clear_signatures':
        return this.endSignatures(step, 'readiness');
      case 'set_hold':
        return this.setHold(step);
      case 'clear_hold':
        return this.clearHold(step);
      case 'notify_neutrally':
        return this.notify(effect, step, core);
      case 'notify_therapists':
        return this.writeToTherapists(step, core);
      case 'freeze_sharing':
        await this.work.rows('SELECT app.freeze_disclosure($1)', [step.scope.coupleId]);
        return;
      default:
        return;
    }
  }

  /** An order of the lead is done with once a date is given or the process has moved; so is a colleague's signature. */
  async afterStep({ scope, processId, request, before, after, at }: StepInHand): Promise<void> {
    if (before.state !== after.state || request.event === 'schedule') {
      await this.work.change('DELETE FROM disclosure_order WHERE clinic_id = $1 AND process_id = $2', [
        scope.clinicId,
        processId,
      ]);
    }
    if (before.state === after.state) return;
    await this.work.change(
      'UPDATE disclosure_cosign SET ended_at = $3 WHERE clinic_id = $1 AND process_id = $2 AND ended_at IS NULL',
      [scope.clinicId, processId, at],
    );
  }

  /** Ends every signature under readiness that stands. */
  async endReadiness(step: Pick<StepInHand, 'scope' | 'processId' | 'at'>): Promise<void> {
    await this.endSignatures(step, 'readiness');
  }

  private async endSignatures(
    { scope, processId, at }: Pick<StepInHand, 'scope' | 'processId' | 'at'>,
    purpose: string,
  ): Promise<void> {
    await this.work.change(
      `UPDATE disclosure_signature SET ended_at = $4
        WHERE clinic_id = $1 AND process_id = $2 AND purpose = $3 AND ended_at IS NULL`,
      [scope.clinicId, processId, purpose, at],
    );
  }

  private async setHold({ scope, processId, after: { hold } }: StepInHand): Promise<void> {
    if (hold === null) throw new Error('a pause was set without one');
    const kind = hold.setBy === 'client' || hold.setBy === 'system' ? hold.setBy : 'staff';
    await this.work.change(
      `INSERT INTO disclosure_hold (clinic_id, process_id, couple_id, side, reason_class, set_by_kind, set_by, since,
          resume_to) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[scope.clinicId, processId, scope.coupleId, hold.side, hold.reason, kind],
        ...[kind === 'staff' ? hold.setBy : null, hold.since, hold.resumeTo],
      ],
    );
  }

  private async clearHold(step: StepInHand): Promise<void> {
    await this.work.change('DELETE FROM disclosure_hold WHERE clinic_id = $1 AND process_id = $2', [
      step.scope.clinicId,
      step.processId,
    ]);
    await this.endSignatures(step, 'resume');
  }

  /** A letter to each; it runs for the clinic, so that it names nobody. */
  private async writeToTherapists({ scope }: StepInHand, { team }: CoreRow): Promise<void> {
    const clinic = { clinicId: asClinicId(scope.clinicId), id: scope.clinicId, role: 'system' } as const;
    for (const staffId of new Set(team.map((one) => one.staffId)))
      await this.outbox.addFor(clinic, processChangedKind, staffId);
  }

  /** Who acts knows already; for the other person a therapist may choose the moment. */
  private async notify({ words, timing }: Notify, step: StepInHand, { people }: CoreRow): Promise<void> {
    const { scope, processId, actor, at } = step;
    for (const { personId, side } of people) {
      const told = timing === 'at_once' || personId === actor.id;
      await this.work.change(
        `INSERT INTO disclosure_notice (clinic_id, id, process_id, couple_id, person_id, side, words, made_at, released_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[scope.clinicId, randomUUID(), processId, scope.coupleId, personId, side, words, at],
          told ? at : null,
        ],
      );
    }
  }
}
