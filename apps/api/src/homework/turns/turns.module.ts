import { Module } from '@nestjs/common';
import { HalvesModule } from '../joint/halves.module.js';
import { OwnTurnsController } from './own-turns.controller.js';
import { OwnTurnsService } from './own-turns.service.js';
import { TurnsRepository } from './turns.repository.js';

/** Exercises that two people do in turns with a clock. */
@Module({
  imports: [HalvesModule],
  controllers: [OwnTurnsController],
  providers: [OwnTurnsService, TurnsRepository],
})
export class TurnsModule {}
