import { Module } from '@nestjs/common';
import { AftercareModule } from '../../aftercare/aftercare.module.js';
import { LimitsModule } from '../limits/limits.module.js';
import { EpisodesRepository } from './episodes.repository.js';
import { EpisodesService } from './episodes.service.js';
import { FoundEpisodesRepository } from './found-episodes.repository.js';
import { MeasuresRepository } from './measures.repository.js';
import { OffTrackController } from './off-track.controller.js';
import { OffTrackWatch } from './off-track-watch.service.js';

/** Readings that are kept, what the off-track rules find in them, and what therapists do about it. */
@Module({
  imports: [AftercareModule, LimitsModule],
  controllers: [OffTrackController],
  providers: [
    EpisodesRepository,
    EpisodesService,
    FoundEpisodesRepository,
    MeasuresRepository,
    OffTrackWatch,
  ],
  exports: [OffTrackWatch],
})
export class OffTrackModule {}
