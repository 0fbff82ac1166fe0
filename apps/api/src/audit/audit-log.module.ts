import { Module } from '@nestjs/common';
import { AuditHealth } from './audit-health.js';
import { AuditLogController } from './audit-log.controller.js';
import { AuditLogRepository } from './audit-log.repository.js';
import { AuditLogService } from './audit-log.service.js';
import { OpeningsController } from './openings.controller.js';

/** Reading the record, for the processes that answer requests. Writing and sealing are in audit.module.ts. */
@Module({
  controllers: [AuditLogController, OpeningsController],
  providers: [AuditLogRepository, AuditLogService, AuditHealth],
})
export class AuditLogModule {}
