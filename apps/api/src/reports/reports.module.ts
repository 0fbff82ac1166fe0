import { Module } from '@nestjs/common';
import { MailModule } from '../platform/mail/mail.module.js';
import { CaseloadFile } from './caseload-file.js';
import { CaseloadReportRepository } from './caseload-report.repository.js';
import { ExportReadyJob } from './export-ready.job.js';
import { ExportsRepository } from './exports.repository.js';
import { ExportsService } from './exports.service.js';
import { MakeReportJob } from './make-report.job.js';
import { ReportPreviewService } from './report-preview.service.js';
import { ReportProgressRepository } from './report-progress.repository.js';
import { ReportRecords } from './report-records.js';
import { ReportsController } from './reports.controller.js';

@Module({
  imports: [MailModule],
  controllers: [ReportsController],
  providers: [
    CaseloadReportRepository,
    ExportsRepository,
    ReportProgressRepository,
    CaseloadFile,
    ReportRecords,
    ExportsService,
    ReportPreviewService,
    MakeReportJob,
    ExportReadyJob,
  ],
})
export class ReportsModule {}
