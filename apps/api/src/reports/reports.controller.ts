import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import {
  ExportLedgerRequest,
  ExportLedgerView,
  ExportView,
  OrderExportRequest,
  paths,
  ReportPreviewView,
} from '@trellis/contracts';
import type { FastifyReply } from 'fastify';
import { Allow, StepUp } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { exportIdOf, requireReport } from './report-params.js';
import { ExportsService } from './exports.service.js';
import { ReportPreviewService } from './report-preview.service.js';

/** Reports of the clinic's administrators: counts, dates and states, never words. */
@Controller(paths.clinic.reports)
export class ReportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly previews: ReportPreviewService,
  ) {}

  @Allow('reports.export')
  @Get('exports')
  ledger(@Query() query: ExportLedgerRequest): Promise<ExportLedgerView> {
    return this.exports.ledger(query.cursor);
  }

  @Allow('reports.export')
  @StepUp()
  @Idempotent()
  @Post('exports')
  order(@Body() request: OrderExportRequest): Promise<ExportView> {
    return this.exports.order(request);
  }

  @Allow('reports.export')
  @Get('exports/:exportId')
  one(@Param('exportId') exportId: string): Promise<ExportView> {
    return this.exports.one(exportIdOf(exportId));
  }

  /** The file name says nothing about clinic or people: it stays behind in download folders. */
  @Allow('reports.export')
  @StepUp()
  @Get('exports/:exportId/file')
  async file(
    @Param('exportId') exportId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const id = exportIdOf(exportId);
    const text = await this.exports.download(id);
    // Set only now: a refusal is JSON.
    void reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="export-${id}.csv"`);
    return Buffer.from(text, 'utf8');
  }

  @Allow('reports.export')
  @Get(':report/preview')
  preview(@Param('report') report: string): Promise<ReportPreviewView> {
    requireReport(report);
    return this.previews.caseloadPreview();
  }
}
