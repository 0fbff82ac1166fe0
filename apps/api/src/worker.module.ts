import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from './audit/audit.module.js';
import { entities } from './entities.js';
import { ConfigModule } from './platform/config/config.module.js';
import type { Config } from './platform/config/env.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { LoggingModule } from './platform/logging/logging.module.js';
import { SealingModule } from './platform/sealing/sealing.module.js';
import { AccountNoticesModule } from './identity/account-notices.module.js';
import { NoteEndingsModule } from './psychotherapy-notes/note-endings.module.js';
import { CareTeamNoticesModule } from './care-team/care-team-notices.module.js';
import { EmergencyNoticesModule } from './break-glass/emergency-notices.module.js';
import { ReportsModule } from './reports/reports.module.js';

/** The worker's process: platform and the features that leave work for later. No HTTP. */
@Module({})
export class WorkerModule {
  static with(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.with(config),
        LoggingModule.with(config),
        SealingModule,
        DatabaseModule.with(entities),
        AuditModule,
        JobsModule,
        AccountNoticesModule,
        NoteEndingsModule,
        CareTeamNoticesModule,
        EmergencyNoticesModule,
        ReportsModule,
      ],
    };
  }
}
