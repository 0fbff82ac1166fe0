import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.js';
import { AccessModule } from './access/access.module.js';
import { AuditModule } from './audit/audit.module.js';
import { entities } from './entities.js';
import { featureModules } from './feature-modules.js';
import { DemoModule } from './demo/demo.module.js';
import { ConfigModule } from './platform/config/config.module.js';
import type { Config } from './platform/config/env.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { ErrorFilter } from './platform/http/error-filter.js';
import { ExercisesModule } from './platform/exercises/exercises.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { LoggingModule } from './platform/logging/logging.module.js';
import { MetricsModule } from './platform/metrics/metrics.module.js';
import { SealingModule } from './platform/sealing/sealing.module.js';
import { SessionModule } from './platform/session/session.module.js';

/** The HTTP server: platform, walls, features. */
@Module({})
export class ApiModule {
  static with(config: Config): DynamicModule {
    return {
      module: ApiModule,
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
        HttpModule,
        ...featureModules,
        DemoModule.with(config),
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ErrorFilter },
      ],
    };
  }
}
