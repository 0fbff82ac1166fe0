import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ActorRole } from '../platform/context/request-context.js';
import { JobHandlers, type JobHandler, type JobMessage } from '../platform/jobs/job-handlers.js';
import { StaffPost } from '../platform/mail/staff-post.js';

/** Outbox kind of this letter; the subject is the export. */
export const exportReadyKind = 'mail.export-ready';

/** Tells the administrator who ordered an export that it can be fetched. The letter names nothing else. */
@Injectable()
export class ExportReadyJob implements JobHandler, OnModuleInit {
  readonly kind = exportReadyKind;
  readonly roles: readonly ActorRole[] = ['clinic_admin', 'owner'];

  constructor(
    private readonly post: StaffPost,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async run(message: JobMessage): Promise<'done' | 'skipped'> {
    return this.post.toActor(message.id, 'exportReady');
  }
}
