import { Module } from '@nestjs/common';
import { LimitsController } from './limits.controller.js';
import { LimitsRepository } from './limits.repository.js';
import { LimitsService } from './limits.service.js';

/** A clinic's own limits of the off-track rules. */
@Module({
  controllers: [LimitsController],
  providers: [LimitsRepository, LimitsService],
  exports: [LimitsRepository],
})
export class LimitsModule {}
