import { Injectable, type OnModuleInit } from '@nestjs/common';
import { asExportId } from '@trellis/domain';
import { currentActor, type ActorRole } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { JobHandlers, type JobHandler, type JobMessage } from '../platform/jobs/job-handlers.js';
import { CaseloadFile } from './caseload-file.js';
import { ReportProgressRepository } from './report-progress.repository.js';
import { ReportRecords } from './report-records.js';

/** Outbox kind of this work; the subject is the export. */
export const makeReportKind = 'report.make';

/** Makes an ordered export in the name of the administrator who ordered it, page by page. */
@Injectable()
export class MakeReportJob implements JobHandler, OnModuleInit {
  readonly kind = makeReportKind;
  readonly roles: readonly ActorRole[] = ['clinic_admin', 'owner'];

  constructor(
    private readonly work: UnitOfWork,
    private readonly progress: ReportProgressRepository,
    private readonly file: CaseloadFile,
    private readonly records: ReportRecords,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async run(message: JobMessage): Promise<'done' | 'skipped'> {
    const id = asExportId(message.subjectId);
    const { clinicId } = currentActor();
    const total = await this.work.run(() => this.file.total());
    if (!(await this.work.run(() => this.progress.begin(clinicId, id, total)))) return 'skipped';
    const { text, rows } = await this.file.make((done) =>
      this.work.run(() => this.progress.advance(clinicId, id, done)),
    );
    return (await this.work.run(() => this.records.keep(id, text, rows))) ? 'done' : 'skipped';
  }

  async givenUp(message: JobMessage): Promise<void> {
    await this.progress.fail(currentActor().clinicId, asExportId(message.subjectId));
  }
}
