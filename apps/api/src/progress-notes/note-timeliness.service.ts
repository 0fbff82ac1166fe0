import { Injectable } from '@nestjs/common';
import type { DueNotesView, NoteTimelinessView, SetNoteLatenessRequest } from '@trellis/contracts';
import { progressNoteSettings } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { NoteSessionsRepository } from './note-sessions.repository.js';
import { NoteTimelinessRepository } from './note-timeliness.repository.js';
import { toDue } from './progress-note.mapper.js';

const dayMs = 86_400_000;

/** Which notes a therapist still owes, and in numbers for the office. */
@Injectable()
export class NoteTimelinessService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: NoteSessionsRepository,
    private readonly timeliness: NoteTimelinessRepository,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** The asker's own. */
  async due(): Promise<DueNotesView> {
    return this.work.run(async () => {
      const now = this.clock.now();
      const { late_after_days: lateAfterDays } = await this.timeliness.lateness();
      const from = new Date(now.getTime() - progressNoteSettings.dueWindowDays.standard * dayMs);
      const rows = await this.sessions.due(from, now);
      return { due: rows.map((row) => toDue(row, lateAfterDays, now)), lateAfterDays };
    });
  }

  async counts(): Promise<NoteTimelinessView> {
    return this.work.run(async () => this.view());
  }

  /** @throws AppError version_stale. */
  async set(version: number, { lateAfterDays }: SetNoteLatenessRequest): Promise<NoteTimelinessView> {
    return this.work.run(async () => {
      if (!(await this.timeliness.set(lateAfterDays, version, this.clock.now())))
        throw new AppError('version_stale');
      await this.audit.record({
        ...{ action: 'progress_note.set_lateness', resource: 'clinic', resourceId: currentActor().clinicId },
        decision: 'allowed',
      });
      return this.view();
    });
  }

  private async view(): Promise<NoteTimelinessView> {
    const { late_after_days: lateAfterDays, version } = await this.timeliness.lateness();
    const counts = await this.timeliness.counts(lateAfterDays, this.clock.now());
    return { lateAfterDays, version, ...counts };
  }
}
