import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor, type ActorRole } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { JobHandlers, type JobHandler, type JobMessage } from '../platform/jobs/job-handlers.js';
import { EndNoteRepository } from './end-note.repository.js';

/** Outbox kind of this work; the subject is the note. */
export const endNoteKind = 'psychotherapy_note.end';

/**
 * Destroys a note that its author removed thirty days ago, with every text it had. One that was brought back, or
 * removed anew since, is left alone: the rule is the table's own policy.
 */
@Injectable()
export class EndNoteJob implements JobHandler, OnModuleInit {
  readonly kind = endNoteKind;
  readonly roles: readonly ActorRole[] = ['therapist'];

  constructor(
    private readonly work: UnitOfWork,
    private readonly notes: EndNoteRepository,
    private readonly audit: AuditWriter,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async run({ subjectId }: JobMessage): Promise<'done' | 'skipped'> {
    return this.work.run(async () => {
      const { clinicId } = currentActor();
      if (!(await this.notes.end(clinicId, subjectId))) return 'skipped';
      await this.audit.record({
        action: 'psychotherapy_note.end',
        resource: 'psychotherapy_note',
        resourceId: subjectId,
        decision: 'allowed',
      });
      return 'done';
    });
  }
}
