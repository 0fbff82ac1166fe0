import { Module } from '@nestjs/common';
import { CountedActsRepository } from './counted-acts.repository.js';
import { CountedActs } from './counted-acts.service.js';
import { OwnTicksController } from './own-ticks.controller.js';
import { OwnTicksService } from './own-ticks.service.js';

/** What is counted beside exercises done and sessions kept: facts of answers, and days that are ticked. */
@Module({
  controllers: [OwnTicksController],
  providers: [CountedActs, CountedActsRepository, OwnTicksService],
  exports: [CountedActs, OwnTicksService],
})
export class CountedActsModule {}
