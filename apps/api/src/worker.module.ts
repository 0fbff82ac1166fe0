import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AuditModule } from './audit/audit.module.js';
import { disclosureAreas } from './disclosure-areas.js';
import { entities } from './entities.js';
import { ConfigModule } from './platform/config/config.module.js';
import type { Config } from './platform/config/env.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { ExercisesModule } from './platform/exercises/exercises.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { LoggingModule } from './platform/logging/logging.module.js';
import { MetricsModule } from './platform/metrics/metrics.module.js';
import { SealingModule } from './platform/sealing/sealing.module.js';
import { SessionModule } from './platform/session/session.module.js';
import { AccountNoticesModule } from './identity/account-notices.module.js';
import { NoteEndingsModule } from './psychotherapy-notes/note-endings.module.js';
import { CareTeamNoticesModule } from './care-team/care-team-notices.module.js';
import { DisclosureNoticesModule } from './disclosure/disclosure-notices.module.js';
import { EmergencyNoticesModule } from './break-glass/emergency-notices.module.js';
import { ErasureNoticesModule } from './erasure/erasure-notices.module.js';
import { WayBackNoticesModule } from './staff/way-back/way-back-notices.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { ReminderRoundsModule } from './reminders/reminder-rounds.module.js';
import { UpkeepModule } from './upkeep/upkeep.module.js';

/** The worker's process: platform, the features that leave work for later, and what takes steps by time. No HTTP. */
@Module({})
export class WorkerModule {
  static with(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.with(config),
        LoggingModule.with(config),
        MetricsModule,
        SealingModule,
        DatabaseModule.with(entities),
        SessionModule,
        AuditModule,
        AccessModule,
        ExercisesModule,
        JobsModule,
        ...disclosureAreas,
        AccountNoticesModule,
        NoteEndingsModule,
        CareTeamNoticesModule,
        DisclosureNoticesModule,
        EmergencyNoticesModule,
        WayBackNoticesModule,
        ErasureNoticesModule,
        ReportsModule,
        ReminderRoundsModule,
        UpkeepModule,
      ],
    };
  }
}
