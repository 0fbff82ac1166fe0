import { Injectable } from '@nestjs/common';
import type { DisclosureVerificationRequest, DisclosureWordsView } from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import type { ProcessRow } from './core-facts.js';
import { OfficeRepository } from './office.repository.js';
import { StepWordsKeeper } from './step-words.js';

export interface OrderedDate {
  readonly sessionAt: Date;
  readonly recheckAt: Date | null;
}

/** Facts of the process that somebody enters beside its steps: each on record, each by whom it is theirs to enter. */
@Injectable()
export class OfficeRecords {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly office: OfficeRepository,
    private readonly keeper: StepWordsKeeper,
    private readonly audit: AuditWriter,
  ) {}

  /** @throws AppError invalid_request for a date that has passed. */
  async order(grant: CaseGrant, process: ProcessRow, date: OrderedDate): Promise<void> {
    const now = this.clock.now();
    if (date.sessionAt <= now) throw new AppError('invalid_request', { field: 'startsAt' });
    const by = currentActor().id;
    await this.change(process, () => this.office.order(grant, process.id, { ...date, by, now }));
    await this.record('disclosure.order', process.id);
  }

  async verification(
    grant: CaseGrant,
    process: ProcessRow,
    { enabled, agreed }: DisclosureVerificationRequest,
  ): Promise<void> {
    await this.change(process, () => this.office.verification(grant, process.id, enabled, agreed));
    await this.record('disclosure.verification', process.id);
  }

  async recheck(grant: CaseGrant, process: ProcessRow): Promise<void> {
    const now = this.clock.now();
    await this.change(process, () => this.office.recheck(grant, process.id, now));
    await this.record('disclosure.recheck', process.id);
  }

  /** False when there is none of the asker's side that waits. */
  async releaseNotice(grant: CaseGrant, noticeId: string): Promise<boolean> {
    if (!(await this.office.noticeWaits(grant, noticeId))) return false;
    const [by, now] = [currentActor().id, this.clock.now()];
    const told = await this.work.asSystem('disclosure.step', () =>
      this.office.releaseNotice(grant, noticeId, by, now),
    );
    if (told) await this.record('disclosure.notice', noticeId);
    return told;
  }

  async words(grant: CaseGrant, eventId: string): Promise<DisclosureWordsView | null> {
    const found = await this.keeper.read(grant, eventId);
    if (found === null) return null;
    const side = found.side as DisclosureWordsView['side'];
    // Row-level security has said it already; the rule is said once more.
    if (side !== 'JOINT' && !grant.mySides.includes(side)) return null;
    for (const personId of await this.office.peopleOf(grant, side)) {
      await this.audit.record({
        ...{ action: 'disclosure_words.read', resource: 'disclosure_event', resourceId: eventId, personId },
        decision: 'allowed',
      });
    }
    return { eventId, side, words: found.words };
  }

  /** Every change moves the version, so that nobody acts on what they did not see. */
  private async change(process: ProcessRow, act: () => Promise<void>): Promise<void> {
    await this.work.asSystem('disclosure.step', async () => {
      await act();
      if (!(await this.office.touch(process))) throw new AppError('version_stale');
    });
  }

  private async record(action: string, resourceId: string): Promise<void> {
    await this.audit.record({ action, resource: 'disclosure_process', resourceId, decision: 'allowed' });
  }
}
