import { Module } from '@nestjs/common';
import { LockFactsModule } from '../../stage-gates/lock-facts.module.js';
import { TouchPauseModule } from '../../stage-gates/touch-pause.module.js';
import { HalfRepository } from './half.repository.js';
import { Halves } from './halves.js';

/** One person's half of joint work, for whatever area writes it. */
@Module({
  imports: [LockFactsModule, TouchPauseModule],
  providers: [HalfRepository, Halves],
  exports: [HalfRepository, Halves],
})
export class HalvesModule {}
