import { Global, Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { IdempotencyModule } from './idempotency.module.js';
import { Readiness } from './readiness.js';

/** Health and what every request shares. */
@Global()
@Module({
  imports: [IdempotencyModule],
  controllers: [HealthController],
  providers: [Readiness],
  exports: [Readiness],
})
export class HttpModule {}
