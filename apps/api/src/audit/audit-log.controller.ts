import { Controller, Get, Query } from '@nestjs/common';
import { AuditFiltersView, AuditLogRequest, AuditLogView, paths } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { AuditLogService } from './audit-log.service.js';

/** The audit record for the clinic's administrators. */
@Controller(paths.clinic.audit)
export class AuditLogController {
  constructor(private readonly log: AuditLogService) {}

  @Allow('audit.read')
  @Get()
  page(@Query() query: AuditLogRequest): Promise<AuditLogView> {
    return this.log.page(query);
  }

  @Allow('audit.read')
  @Get('filters')
  filters(): Promise<AuditFiltersView> {
    return this.log.filters();
  }
}
