import { Controller, Get, Query } from '@nestjs/common';
import { OpeningsRequest, OpeningsView, paths } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { AuditLogService } from './audit-log.service.js';

/** Who opened my record. */
@Controller(paths.home.record)
export class OpeningsController {
  constructor(private readonly log: AuditLogService) {}

  @ForInvited()
  @Get('openings')
  openings(@Query() query: OpeningsRequest): Promise<OpeningsView> {
    return this.log.openings(query.cursor);
  }
}
